import type { CohortBehind, FingerprintOfTrust, RecordsBehind, ResponseBehind } from "./entry.js";

/** Records of one Trust that one of two releases holds and the other does not, by fingerprint: `more` less `fewer`. */
export type Differences = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What each fingerprint counts more often in the second list than in the first, Trust by Trust; nothing where the same. */
export function differencesOf(
  before: readonly FingerprintOfTrust[],
  after: readonly FingerprintOfTrust[],
): Differences {
  const net = new Map<string, Map<string, number>>();
  const add = ({ trust, of }: FingerprintOfTrust, times: number) => {
    const byTrust = net.get(of) ?? new Map<string, number>();
    net.set(of, byTrust);
    byTrust.set(trust, (byTrust.get(trust) ?? 0) + times);
    if (byTrust.get(trust) === 0) byTrust.delete(trust);
  };
  for (const one of before) add(one, -1);
  for (const one of after) add(one, 1);
  return new Map([...net].filter(([, byTrust]) => byTrust.size > 0));
}

/**
 * The fewest people that the difference of two releases may set apart among some Trusts; 0 for none. A changed record is one
 * person: it is a record less and a record more. Somebody who moved from one Trust to another counts in both. Counted among
 * the Trusts as they are, and again as if they were one Trust, in which whoever only moved is not a difference.
 */
export function fewestApart(differences: Differences, trusts: ReadonlySet<string>): number {
  let [less, more, lessOfAll, moreOfAll] = [0, 0, 0, 0];
  for (const byTrust of differences.values()) {
    let net = 0;
    for (const [trust, times] of byTrust) {
      if (!trusts.has(trust)) continue;
      net += times;
      if (times < 0) less -= times;
      else more += times;
    }
    if (net < 0) lessOfAll -= net;
    else moreOfAll += net;
  }
  return fewest([Math.max(less, more), Math.max(lessOfAll, moreOfAll)]);
}

/** The smallest of some numbers of people that is not none; 0 when all are none. */
export function fewest(numbers: readonly number[]): number {
  const some = numbers.filter((number) => number > 0);
  return some.length === 0 ? 0 : Math.min(...some);
}

/** Differences of the responses that a filter keeps, in every way in which the two releases can be compared. */
export function responsesApart(
  before: RecordsBehind,
  after: RecordsBehind,
  keeps: (response: ResponseBehind) => boolean,
): readonly Differences[] {
  const [earlier, later] = [before.responses.filter(keeps), after.responses.filter(keeps)];
  const by = (of: (response: ResponseBehind) => string | null) => {
    const fingerprints = (list: readonly ResponseBehind[]) =>
      list.flatMap((one) => {
        const fingerprint = of(one);
        return fingerprint === null ? [] : [{ trust: one.trust, of: fingerprint }];
      });
    return differencesOf(fingerprints(earlier), fingerprints(later));
  };
  if (before.reading === after.reading) return [by(({ answers }) => answers)];
  return [by(({ answers }) => answers), by(({ row }) => row), by(({ person }) => person)];
}

/** The fewest IMGs by which any count of cohort.csv differs among some Trusts; 0 when none does. */
export function cohortsApart(
  before: readonly CohortBehind[],
  after: readonly CohortBehind[],
  trusts: ReadonlySet<string>,
): number {
  const within = (list: readonly CohortBehind[]) =>
    new Map(list.filter(({ trust }) => trusts.has(trust)).map(({ trust, counts }) => [trust, counts]));
  const [earlier, later] = [within(before), within(after)];
  const codes = [...new Set([...earlier.keys(), ...later.keys()])];
  const stages = new Set([...earlier.values(), ...later.values()].flatMap((counts) => Object.keys(counts)));
  return fewest(
    [...stages].flatMap((stage) => {
      const changes = codes.map(
        (code) => (later.get(code)?.[stage] ?? 0) - (earlier.get(code)?.[stage] ?? 0),
      );
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      return [sum(changes.map(Math.abs)), Math.abs(sum(changes))];
    }),
  );
}
