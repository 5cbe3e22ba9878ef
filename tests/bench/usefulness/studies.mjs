// Simulated studies of six small Trusts, up to the door of the disclosure gate: no costs, which are no shares of people.
import { payPointsOf } from "../../../dist/costs/figures.js";
import { stream } from "../../../dist/core/random.js";
import { trustGroups, trustPartitions } from "../../../dist/core/relation.js";
import { buildDataset } from "../../../dist/dataset/build-dataset.js";
import { chooseLevels } from "../../../dist/disclosure/choose-levels.js";
import { choosePartition } from "../../../dist/disclosure/grain.js";
import { policyOf } from "../../../dist/disclosure/policy.js";
import { metrics } from "../../../dist/metrics/index.js";
import { checkStudy } from "../../../dist/run/check.js";
import { readShipped } from "../../../dist/run/shipped.js";
import { exampleTruth } from "../../../dist/simulate/example-truth.js";
import { simulate } from "../../../dist/simulate/simulate.js";

const shipped = await readShipped();
const lists = {
  components: shipped.components,
  payPoints: payPointsOf(shipped.figures, exampleTruth.priceYear),
};

/** What the example is drawn from, with 5 to 35 IMGs a Trust, and other response and differences between Trusts. */
export function variedTruth(seed) {
  const draw = stream(seed, "usefulness");
  const between = (low, high) => low + (high - low) * draw();
  const clustering = between(0, 3);
  const scale = (one) => ({
    ...one,
    betweenArrival: one.betweenArrival * clustering,
    betweenChange: one.betweenChange * clustering,
  });
  return {
    ...exampleTruth,
    response: between(0.6, 0.95),
    scales: {
      settling: scale(exampleTruth.scales.settling),
      confidence: scale(exampleTruth.scales.confidence),
    },
    trusts: exampleTruth.trusts.map((trust) => {
      const size = Math.round(between(5, 35));
      const shift = clustering * between(-0.1, 0.1);
      const received = Object.entries(trust.received).map(([id, chance]) => [
        id,
        Math.min(1, Math.max(0, chance + shift)),
      ]);
      return {
        ...trust,
        ...{ recruited: size, eligible: size, invited: size, inducted: size, completed: size },
        received: Object.fromEntries(received),
      };
    }),
  };
}

/** What comes to the gate of the study of a seed; null when its data were refused. */
export async function atTheGate(seed, truth = variedTruth(seed)) {
  const files = await simulate(truth, seed, lists);
  const folder = {
    read: async (file) => files.get(file) ?? null,
    list: async () => [...files.keys()].sort(),
  };
  const checked = await checkStudy(folder, shipped);
  if (checked.refused) return null;
  const { study, cohorts, hr, returns } = checked;
  const dataset = buildDataset(study, checked.surveys, checked.leftOut);
  const sizes = new Map(cohorts.map((cohort) => [cohort.trust, cohort.inducted]));
  const possible = trustPartitions(study.trusts.map(({ code }) => ({ code, size: sizes.get(code) ?? 0 })));
  const answered = study.trusts.flatMap(({ code }) =>
    study.waves.map(({ id }) => ({ member: code, wave: id, people: dataset.responsesOf(code, id).length })),
  );
  const policy = policyOf(study.disclosure);
  const partition = choosePartition(possible, answered, policy);
  const groups = trustGroups([...new Set([possible[0], partition, possible.at(-1)])]);
  const levels = chooseLevels(dataset, policy);
  const asked = { dataset, cohorts, hr, returns, groups, clusters: partition.groups, levels };
  const parts = metrics.map((metric) => metric.compute(asked));
  const computed = {
    results: parts.flatMap((part) => part.results),
    relations: parts.flatMap((part) => part.relations),
    ladders: parts.flatMap((part) => part.ladders),
  };
  return { study, computed, partition: { ...partition, levels }, sizes, policy };
}
