import type { CodedAnswers, CodedQuestion } from "./coded-answers.js";
import { surpriseOf } from "./chance.js";

/** Two people with the same answers to nearly all questions; positions in `people`, the earlier one first. */
export interface Copy {
  readonly earlier: number;
  readonly later: number;
  /** Questions that at least one of the two answered, and those of them answered otherwise. */
  readonly asked: number;
  readonly differences: number;
}

/** Fewest questions answered by both; with fewer, equal answers are no rarity. */
const fewestAnswers = 10;
/** Up to this many questions may be answered otherwise. */
const mostDifferences = 2;
/** At most this share of the questions, so that short forms have to agree throughout. */
const mostDifferent = 0.1;
/** How many pairs in a study may look like copies by chance: one in a hundred studies. */
const byChance = 0.01;
/** People who agree on a third of the questions are compared in pairs up to this many; more are no rarity. */
const largestGroup = 30;

/**
 * Find people whose answers are the same, or the same but for one or two questions, and too surprisingly so to be chance:
 * the surprise of all equal answers must be worth more than there are pairs of people (and choices of the questions that
 * differ), a hundred times over. Pairs that `skip` names are left out. Each person is paired with the one most alike before
 * them.
 *
 * Two people who differ in at most two of all questions agree throughout on at least one of three parts of them, so only
 * people who share a part are compared: the work grows as the number of people, not of pairs.
 *
 * Source: Kuriakose and Robbins 2016, Stat J IAOS 32:283-291 (copies as near-equal answers); Simmons et al. 2016, Pew
 * Research Center (a fixed share of equal answers cries wolf: what is rare depends on questions, people and spread).
 */
export function findCopies(
  coded: CodedAnswers,
  skip: (one: number, other: number) => boolean,
): readonly Copy[] {
  const { people, questions } = coded;
  if (questions.length < fewestAnswers || people.length < 2) return [];
  const surprise = surpriseOf(coded);
  const parts = partsOf(questions);
  const hashes = parts.map((part) => hashRows(part, people.length));
  const pairBits = Math.log2((people.length * (people.length - 1)) / 2) - Math.log2(byChance);
  const best = new Map<number, Copy>();

  const compare = (earlier: number, later: number) => {
    let [asked, differences, answered, bits] = [0, 0, 0, 0];
    for (const [index, { values }] of questions.entries()) {
      const [one, other] = [values[earlier]!, values[later]!];
      if (one < 0 && other < 0) continue;
      asked += 1;
      if (one === other) {
        answered += 1;
        bits += surprise(index, earlier, later);
      } else if (++differences > mostDifferences) return;
    }
    if (answered < fewestAnswers || differences > asked * mostDifferent) return;
    if (bits < pairBits + choiceBits(asked, differences) || skip(earlier, later)) return;
    const known = best.get(later);
    if (!known || differences < known.differences) best.set(later, { earlier, later, asked, differences });
  };

  hashes.forEach((hash, part) => {
    for (const group of groupsOf(hash, people.length)) {
      for (const [earlier, later] of pairsIn(group, hashes)) {
        const told = hashes.slice(0, part).some((each) => each[earlier] === each[later]);
        if (!told) compare(earlier, later);
      }
    }
  });
  return [...best.values()].sort((a, b) => a.later - b.later);
}

/** Deal the questions out into parts, those with the most different answers first, so that each part tells people apart. */
function partsOf(questions: readonly CodedQuestion[]): readonly (readonly CodedQuestion[])[] {
  const sorted = [...questions].sort((a, b) => b.different - a.different);
  return Array.from({ length: mostDifferences + 1 }, (_, part) =>
    sorted.filter((_, index) => index % (mostDifferences + 1) === part),
  );
}

/** One number a person, equal for equal answers; of different answers almost never, and what is equal is compared in full. */
function hashRows(questions: readonly CodedQuestion[], people: number): Float64Array {
  const hashes = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    let [low, high] = [0x811c9dc5, 0x9747b28c];
    for (const { values } of questions) {
      low = Math.imul(low ^ values[person]!, 0x01000193);
      high = Math.imul(high ^ (values[person]! + (low >>> 15)), 0x5bd1e995);
    }
    hashes[person] = (low >>> 0) * 0x200000 + (high >>> 11);
  }
  return hashes;
}

/** People with equal numbers, in order, where there are at least two. */
function groupsOf(hash: Float64Array, people: number): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (let person = 0; person < people; person += 1) {
    const group = groups.get(hash[person]!);
    if (group) group.push(person);
    else groups.set(hash[person]!, [person]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Every pair of a small group; of a large one only each person with the one before who agrees on every part. */
function* pairsIn(
  group: readonly number[],
  hashes: readonly Float64Array[],
): Generator<readonly [number, number]> {
  if (group.length <= largestGroup) {
    for (const [index, later] of group.entries()) {
      for (const earlier of group.slice(0, index)) yield [earlier, later];
    }
    return;
  }
  const last = new Map<string, number>();
  for (const person of group) {
    const key = hashes.map((hash) => hash[person]).join(" ");
    const earlier = last.get(key);
    if (earlier !== undefined) yield [earlier, person];
    last.set(key, person);
  }
}

/** Bits for the number of ways in which so many of the questions asked can be the different ones. */
function choiceBits(asked: number, differences: number): number {
  if (differences === 0) return 0;
  return differences === 1 ? Math.log2(asked) : Math.log2((asked * (asked - 1)) / 2);
}
