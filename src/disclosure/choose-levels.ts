import { joinSmallest } from "../core/relation.js";
import type { Level, ShownLevels } from "../core/relation.js";
import type { Dataset } from "../dataset/dataset.js";
import { nameLevels } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { choosePartition } from "./grain.js";
import type { Policy } from "./policy.js";

/**
 * The levels of each declared subgroup as they are shown: those with too few people at a wave are joined with the next
 * smallest, as Trusts are. One set of levels a variable serves the whole release. Where even joined ones are too small, a
 * variable has no level to show. Chosen by numbers of respondents alone, before anything is computed.
 *
 * @param kept the levels of an earlier release, which are kept while they are large enough
 */
export function chooseLevels(
  dataset: Dataset,
  policy: Policy,
  kept: readonly ShownLevels[] = [],
): readonly ShownLevels[] {
  const { study } = dataset;
  return study.subgroups.flatMap((name) => {
    const variable = study.variables.find((one) => one.name === name);
    const before = kept.find((one) => one.variable === name)?.levels ?? [];
    return variable ? [levelsOf(dataset, variable, policy, before)] : [];
  });
}

function levelsOf(dataset: Dataset, variable: Variable, policy: Policy, kept: readonly Level[]): ShownLevels {
  const answered = variable.categories.flatMap(({ code }) =>
    dataset.study.waves.map((wave) => ({
      member: String(code),
      wave: wave.id,
      people: dataset.responses.filter((response) => {
        const answer = dataset.answer(response, variable.name);
        return response.wave === wave.id && answer.kind === "number" && answer.value === code;
      }).length,
    })),
  );
  const members = variable.categories.map(({ code }) => ({
    code: String(code),
    size: answered.reduce((sum, one) => sum + (one.member === String(code) ? one.people : 0), 0),
  }));
  const before = { groups: kept.map(({ codes }) => codes.map(String)) };
  const all = (codes: readonly string[]) => [...codes].sort().join();
  const isOfSame = all(before.groups.flat()) === all(members.map(({ code }) => code));
  const possible = [...(isOfSame ? [before] : []), ...joinSmallest(members)];
  const { groups } = choosePartition(possible, answered, policy);
  return {
    variable: variable.name,
    levels: groups.length < 2 ? [] : groups.map(levelOf),
  };

  function levelOf(group: readonly string[]) {
    const codes = group.map(Number);
    return { label: nameLevels(variable, codes), codes };
  }
}
