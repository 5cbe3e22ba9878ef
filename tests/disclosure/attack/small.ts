import type { Truth } from "../../../src/simulate/truth.js";

/** The example's first Trusts, each with so many IMGs, of whom some answer. */
export function small(trusts: number, size: number, response: number): (truth: Truth) => Truth {
  const sizes = { recruited: size, eligible: size, invited: size, inducted: size, completed: size };
  return (truth) => ({
    ...truth,
    response,
    trusts: truth.trusts.slice(0, trusts).map((trust) => ({ ...trust, ...sizes })),
  });
}

/** No Trust agreed to show its costs, nothing was promised, and another policy holds. */
export function under(profile: string): (files: Map<string, Uint8Array>) => void {
  return (files) => {
    const text = new TextDecoder().decode(files.get("study.yaml"));
    const changed = text.replace(
      /^disclosure:\n(?: .*\n)*/m,
      `disclosure: { profile: ${profile}, trust_costs: [] }\n`,
    );
    files.set("study.yaml", new TextEncoder().encode(changed));
  };
}
