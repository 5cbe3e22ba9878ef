/**
 * Whether the largest contributions make up so much of a total that it tells nearly what they are: more than k of a hundred.
 *
 * @param contributions 0 or more, in any order
 * @param largest how many of them, the n of the rule
 * @param share the k of the rule, as a proportion
 * @see Handbook on Statistical Disclosure Control, section 4.2, the (n,k) rule
 * @example
 * isDominated([52000, 50000, 8000], 2, 0.909) // => true
 */
export function isDominated(contributions: readonly number[], largest: number, share: number): boolean {
  return dominanceProtection(contributions, largest, share) > 0;
}

/** What the total lacks, in the unit of the contributions, for it not to be dominated: 0 or below when it is not. */
export function dominanceProtection(
  contributions: readonly number[],
  largest: number,
  share: number,
): number {
  const top = largestFirst(contributions).slice(0, largest);
  return sum(top) / share - sum(contributions);
}

/**
 * Whether the second largest contributor, who takes its own from the total, knows the largest to within a proportion of it.
 * Nobody else can come as near to any.
 *
 * @param contributions 0 or more, in any order
 * @param proportion the p of the rule, as a proportion
 * @see Handbook on Statistical Disclosure Control, section 4.2, the p% rule
 * @example
 * isNearlyKnown([50000, 49000, 1000], 0.1) // => true
 */
export function isNearlyKnown(contributions: readonly number[], proportion: number): boolean {
  return nearnessProtection(contributions, proportion) > 0;
}

/** What the other contributions lack, for the largest not to be nearly known: 0 or below when it is not. */
export function nearnessProtection(contributions: readonly number[], proportion: number): number {
  const [first = 0, second = 0] = largestFirst(contributions);
  return proportion * first - (sum(contributions) - first - second);
}

/**
 * Whether a sum of money gives one of those who spent it away: the largest is nearly known to the second, or the two
 * dominate it. The k of dominance follows from p, as the handbook sets them equal: k is 1 over 1 plus p.
 *
 * @param proportion the p of the rule; 0 when nothing is protected
 * @example
 * tellsContributor([300, 20, 10], 0.1) // => true
 */
export function tellsContributor(contributions: readonly number[], proportion: number): boolean {
  const spent = contributions.filter((amount) => amount > 0);
  if (proportion === 0 || spent.length === 0) return false;
  return isNearlyKnown(spent, proportion) || isDominated(spent, 2, 1 / (1 + proportion));
}

function largestFirst(contributions: readonly number[]): readonly number[] {
  return [...contributions].sort((a, b) => b - a);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
