import { invariant } from "../core/invariant.js";
import { trustGroups, trustPartitions } from "../core/relation.js";
import type { Computed, Grouping, Partition } from "../core/relation.js";
import { checkResult } from "../core/result.js";
import { costResults } from "../costs/per-img.js";
import { costModel } from "../costs/uncertainty/cost-model.js";
import { uncertaintyResults } from "../costs/uncertainty/uncertainty-results.js";
import { buildDataset } from "../dataset/build-dataset.js";
import type { Dataset } from "../dataset/dataset.js";
import type { AttackMemory } from "../disclosure/attacker.js";
import { passGate } from "../disclosure/gate.js";
import { chooseLevels } from "../disclosure/choose-levels.js";
import { choosePartition } from "../disclosure/grain.js";
import type { Answered } from "../disclosure/grain.js";
import { policyOf } from "../disclosure/policy.js";
import type { Decision, DisclosureSummary } from "../disclosure/gate.js";
import type { Released } from "../disclosure/released.js";
import { checkResults } from "../metrics/checks.js";
import { metrics } from "../metrics/index.js";
import { tellWhereNoSurvey } from "../metrics/why-nobody.js";
import { economicResults } from "../economics/economic-results.js";
import type { Study } from "../study/study.js";
import type { Checked } from "./check.js";

/** Results of a study, before and after the disclosure gate. */
export interface Evaluation {
  readonly study: Study;
  readonly dataset: Dataset;
  readonly computed: Computed;
  readonly released: Released;
  readonly summary: DisclosureSummary;
  /** Why each number was held back; for internal/ only. */
  readonly decisions: readonly Decision[];
}

/** Results of a study before the disclosure gate, and the groups of Trusts that will be shown. */
export interface Measured {
  readonly study: Study;
  readonly dataset: Dataset;
  readonly computed: Computed;
  readonly partition: Grouping;
  /** IMGs of each Trust, from cohort.csv. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** From checked data to results before and after the gate. */
export function evaluate(checked: Checked): Evaluation {
  return release(measure(checked));
}

/** From results before the gate to those after it; see `passGate`. */
export function release(
  { study, dataset, computed, partition, sizes }: Measured,
  beside?: ReadonlySet<string>,
  memory?: AttackMemory,
): Evaluation {
  return { study, dataset, computed, ...passGate(computed, partition, study, sizes, beside, memory) };
}

/**
 * From checked data to results before the gate.
 *
 * @param kept the groups of Trusts and levels of subgroups of an earlier release, kept while they are large enough
 */
export function measure(checked: Checked, kept?: Grouping): Measured {
  const { study, cohorts, hr, returns } = checked;
  invariant(study && !checked.refused, "evaluate was called on data that were refused");
  const dataset = buildDataset(study, checked.surveys, checked.leftOut);
  const possible = partitionsOf(study, cohorts);
  const policy = policyOf(study.disclosure);
  const partition = choosePartition(keptFirst(possible, kept), answeredOf(dataset), policy);
  const levels = chooseLevels(dataset, policy, kept?.levels);
  const partitions = [...new Set([possible[0]!, partition, possible.at(-1)!])];
  const groups = trustGroups(partitions);
  const clusters = partition.groups;
  const model = costModel(study, returns, cohorts, checked.figures);
  const measured = [
    ...metrics.map((metric) => metric.compute({ dataset, cohorts, hr, returns, groups, clusters, levels })),
    costResults(study, returns, cohorts, checked.figures, partitions),
    ...(model === null ? [] : [uncertaintyResults(model, partitions)]),
    checkResults(dataset, { tables: checked.tables, findings: checked.findings, hrPeople: hr.length }),
  ];
  const results = measured.flatMap((part) => part.results);
  const parts = [...measured, economicResults(study, model, results)];
  const computed: Computed = {
    results: tellWhereNoSurvey(
      parts.flatMap((part) => part.results),
      study,
    ).map(checkResult),
    relations: parts.flatMap((part) => part.relations),
    ladders: parts.flatMap((part) => part.ladders),
  };
  const ids = computed.results.map((result) => result.id);
  invariant(new Set(ids).size === ids.length, "two results have the same id");
  return { study, dataset, computed, partition: { ...partition, levels }, sizes: sizesOf(cohorts) };
}

/** Trusts are joined by the number of IMGs they inducted, known before anyone answers. */
function partitionsOf(study: Study, cohorts: Checked["cohorts"]): readonly Partition[] {
  const sizes = sizesOf(cohorts);
  return trustPartitions(study.trusts.map(({ code }) => ({ code, size: sizes.get(code) ?? 0 })));
}

/** The groups of an earlier release before all others, if they are groups of the same Trusts. */
function keptFirst(possible: readonly Partition[], kept: Partition | undefined): readonly Partition[] {
  const codes = ({ groups }: Partition) => groups.flat().sort().join("+");
  if (!kept || codes(kept) !== codes(possible[0]!)) return possible;
  const name = ({ groups }: Partition) => JSON.stringify(groups);
  return [possible.find((one) => name(one) === name(kept)) ?? kept, ...possible];
}

function sizesOf(cohorts: Checked["cohorts"]): ReadonlyMap<string, number> {
  return new Map(cohorts.map((cohort) => [cohort.trust, cohort.inducted]));
}

function answeredOf({ study, responsesOf }: Dataset): readonly Answered[] {
  return study.trusts.flatMap(({ code }) =>
    study.waves.map(({ id }) => ({ member: code, wave: id, people: responsesOf(code, id).length })),
  );
}
