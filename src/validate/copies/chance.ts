import type { CodedAnswers, CodedQuestion } from "./coded-answers.js";

/** How surprising it is, in bits, that two people gave the same answer to one question; 0 when nobody would differ. */
export type Surprise = (question: number, one: number, other: number) => number;

/** Steps from 0 to 1 into which the level of a person's other answers is put. */
const levels = 5;

/**
 * How surprising equal answers are. The chance of an answer is the greatest of three shares: of all people, of those of
 * the Trust that both are at (who started on the same days and were given the same induction), and of those whose other answers of
 * the same scale or kind are at the same level. So people who are pleased with everything and agree throughout surprise
 * nobody, and neither do those of one intake.
 */
export function surpriseOf({ people, questions }: CodedAnswers): Surprise {
  const trusts = numberTrusts(people.map(({ survey }) => survey.trust));
  const levelsOf = levelsByFamily(people.length, questions);
  const shares = questions.map((question) => ({
    values: question.values,
    all: shareWithin(question, null),
    trust: shareWithin(question, trusts),
    level: question.family === null ? null : shareWithin(question, restLevels(question, levelsOf)),
  }));
  return (question, one, other) => {
    const { values, all, trust, level } = shares[question]!;
    const value = values[one]!;
    if (value < 0) return 0;
    const chances = [all(value, one)];
    if (trusts[one] === trusts[other]) chances.push(trust(value, one));
    if (level) chances.push(level(value, one), level(value, other));
    return -Math.log2(Math.max(...chances));
  };
}

interface FamilyLevel {
  /** Sum of positions, and number of answers, by person. */
  readonly sum: Float64Array;
  readonly count: Int32Array;
}

function levelsByFamily(
  people: number,
  questions: readonly CodedQuestion[],
): ReadonlyMap<string, FamilyLevel> {
  const found = new Map<string, FamilyLevel>();
  for (const { family, values, positions } of questions) {
    if (family === null || positions === null) continue;
    const level = found.get(family) ?? { sum: new Float64Array(people), count: new Int32Array(people) };
    found.set(family, level);
    values.forEach((value, person) => {
      if (value < 0) return;
      level.sum[person]! += positions[value]!;
      level.count[person]! += 1;
    });
  }
  return found;
}

/** The level of a person's other answers of the question's family, a whole number; one more than the highest without any. */
function restLevels(question: CodedQuestion, families: ReadonlyMap<string, FamilyLevel>): Int32Array {
  const { sum, count } = families.get(question.family!)!;
  return question.values.map((value, person) => {
    const others = count[person]! - (value < 0 ? 0 : 1);
    if (others <= 0) return levels;
    const rest = sum[person]! - (value < 0 ? 0 : question.positions![value]!);
    return Math.round((rest / others) * (levels - 1));
  });
}

function shareWithin(
  { values, different }: CodedQuestion,
  groups: Int32Array | null,
): (value: number, person: number) => number {
  const counts = new Map<number, number>();
  const totals = new Map<number, number>();
  values.forEach((value, person) => {
    if (value < 0) return;
    const group = groups?.[person] ?? 0;
    const key = group * different + value;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    totals.set(group, (totals.get(group) ?? 0) + 1);
  });
  return (value, person) => {
    const group = groups?.[person] ?? 0;
    const total = totals.get(group) ?? 0;
    return total === 0 ? 0 : (counts.get(group * different + value) ?? 0) / total;
  };
}

function numberTrusts(names: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  });
}
