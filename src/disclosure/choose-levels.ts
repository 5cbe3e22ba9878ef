import { joinSmallest } from "../core/relation.js";
import type { ShownLevels } from "../core/relation.js";
import type { Dataset } from "../dataset/dataset.js";
import { nameLevels } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { choosePartition } from "./grain.js";
import type { Policy } from "./policy.js";

/**
 * The levels of each declared subgroup as they are shown: those with too few people at a wave are joined with the next
 * smallest, as Trusts are. One set of levels a variable serves the whole release. Where even joined ones are too small, a
 * variable has no level to show. Chosen by numbers of respondents alone, before anything is computed.
 */
export function chooseLevels(dataset: Dataset, policy: Policy): readonly ShownLevels[] {
  const { study } = dataset;
  return study.subgroups.flatMap((name) => {
    const variable = study.variables.find((one) => one.name === name);
    return variable ? [levelsOf(dataset, variable, policy)] : [];
  });
}

function levelsOf(dataset: Dataset, variable: Variable, policy: Policy): ShownLevels {
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
  const { groups } = choosePartition(joinSmallest(members, "any"), answered, policy);
  return {
    variable: variable.name,
    levels: groups.length < 2 ? [] : groups.map(levelOf),
  };

  function levelOf(group: readonly string[]) {
    const codes = group.map(Number);
    return { label: nameLevels(variable, codes), codes };
  }
}
