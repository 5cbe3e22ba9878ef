import { argumentError } from "../argument-error.js";
import { checkCounts } from "../check-values.js";
import { binomialCdf } from "../distributions/binomial.js";
import type { ChangedCounts } from "./paired-counts.js";

/** As many as the binomial distribution takes. */
const MOST_PEOPLE = 1e10;

/** McNemar's test, by the people who changed. */
export interface McNemarTest extends ChangedCounts {
  readonly kind: "mcNemarTest";
  /** People whose answer changed: the sample of this test. */
  readonly nChanged: number;
  /** Exact, two-sided. */
  readonly pValue: number;
  /** The exact p-value less half the probability of the very split seen: nearer the nominal error in small samples. */
  readonly midPValue: number;
  readonly method: "McNemar, exact binomial" | "McNemar, exact binomial: nobody changed, so p is 1";
}

/**
 * McNemar's exact test: whether the share of people saying yes changed.
 *
 * Only people whose answer changed say anything; each is as likely to have changed either way if nothing happened. When
 * nobody changed both p-values are 1, and `method` says so. The exact test errs on the safe side; the mid-p test is the
 * better guide in small samples and may exceed its nominal error by little.
 *
 * @param counts people who said yes only before and only after; a whole table from `countPairs` will do
 * @returns the test, with the exact and the mid-p value
 * @throws RangeError when a count is not a whole number from 0
 * @see McNemar (1947) Psychometrika 12:153-157; Fagerland, Lydersen & Laake (2013) BMC Med Res Methodol 13:91 (mid-p)
 * @example
 * mcNemarTest({ onlyBefore: 0, onlyAfter: 6 }) // => { nChanged: 6, pValue: 0.03125, midPValue: 0.015625 }
 */
export function mcNemarTest({ onlyBefore, onlyAfter }: ChangedCounts): McNemarTest {
  checkCounts([onlyBefore, onlyAfter], "mcNemarTest: counts");
  const nChanged = onlyBefore + onlyAfter;
  if (nChanged > MOST_PEOPLE) throw argumentError("mcNemarTest: counts", "a sum of at most 1e10", nChanged);
  const fewer = Math.min(onlyBefore, onlyAfter);
  const tail = binomialCdf(fewer, nChanged, 0.5);
  return {
    kind: "mcNemarTest",
    onlyBefore,
    onlyAfter,
    nChanged,
    pValue: Math.min(1, 2 * tail),
    midPValue: onlyBefore === onlyAfter ? 1 : tail + binomialCdf(fewer - 1, nChanged, 0.5),
    method: nChanged === 0 ? "McNemar, exact binomial: nobody changed, so p is 1" : "McNemar, exact binomial",
  };
}
