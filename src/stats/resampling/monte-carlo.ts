/**
 * The p-value of a test by random draws. What was observed is one of the arrangements, so it is never 0.
 *
 * @param asFar draws whose statistic is at least as far as the one observed
 * @param draws how many there were, at least 1
 * @returns (asFar + 1) / (draws + 1)
 * @see Phipson & Smyth (2010) Stat Appl Genet Mol Biol 9:39
 * @example
 * monteCarloPValue(4, 99) // => 0.05
 */
export function monteCarloPValue(asFar: number, draws: number): number {
  return (asFar + 1) / (draws + 1);
}

/**
 * How far a p-value by random draws may be from the one of all arrangements.
 *
 * @param pValue from {@link monteCarloPValue}
 * @param draws how many there were, at least 1
 * @returns its standard error
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, section 4.2
 * @example
 * monteCarloError(0.05, 99) // => 0.021794495
 */
export function monteCarloError(pValue: number, draws: number): number {
  return Math.sqrt((pValue * (1 - pValue)) / (draws + 1));
}
