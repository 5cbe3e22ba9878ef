// The part of the results that chooseInterval quotes, as TypeScript.

/** Methods that the policy chooses; the others are in results.json, to show why not. */
const CHOSEN = {
  proportion: ["Wilson score", "Clopper-Pearson"],
  change: ["Student t"],
  score: ["Student t"],
  "continuous skewed": ["bootstrap-t"],
  "pooled proportion": ["Wilson score, effective n and t over clusters"],
  "pooled mean": ["random effects, REML, modified Knapp-Hartung"],
  "time to event": ["Kaplan-Meier, log-log interval"],
};

/** Rows of the methods that the policy chooses, with what it quotes of them. */
export function quotedRows({ rows }) {
  return rows
    .filter(({ kind, method }) => CHOSEN[kind]?.includes(method))
    .map(({ kind, method, distribution, n, clusters, low, high }) => ({
      kind,
      method,
      distribution,
      n,
      clusters,
      low,
      high,
    }));
}

export function tableSource(results) {
  const lines = quotedRows(results).map((row) => {
    const fields = Object.entries(row).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `  { ${fields.join(", ")} },`;
  });
  return `// Written by ${results.script}, seed ${results.seed}: do not edit. Prettier is told to leave it.
import type { SimulatedInterval } from "./simulated-interval.js";

/** How often the 95% intervals that the policy chooses held the truth. */
// prettier-ignore
export const coverageTable: readonly SimulatedInterval[] = [
${lines.join("\n")}
];
`;
}
