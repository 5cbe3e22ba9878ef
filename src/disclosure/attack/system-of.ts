import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { sayAddingUp } from "./adding-up.js";
import { sayAnswered } from "./answered.js";
import { sayCosts } from "./costs.js";
import { sayCurves } from "./curves.js";
import { startDraft } from "./draft.js";
import { simplify } from "./simplify.js";
import { protectedShares } from "./protected-shares.js";
import { sayFlowShares } from "./flow-shares.js";
import { sayMostAsked, sayNested } from "./nested.js";
import { sayShares, sidesFor } from "./say-shares.js";
import { shareCells } from "./share-cells.js";
import type { Protected, System } from "./system.js";
import { sayWorstAndBest } from "./worst-and-best.js";

/**
 * What someone with nothing but a release, and the public code that made it, can write down of the numbers behind it; and
 * the numbers that it must not give away. Every constraint is true of the numbers that the release was made from.
 *
 * @param sidesOf of `sidesFor`; kept from one release to the next of the same study, it is quicker
 */
export function systemOf(
  released: Released,
  policy: Policy,
  sidesOf = sidesFor(policy, released.groups.flat()),
): { system: System; protected: readonly Protected[] } {
  const draft = startDraft();
  const cells = shareCells(released, draft);
  sayAnswered(released, cells, policy, draft);
  const before = simplify(draft.system()).unknowns;
  sayFlowShares(cells, draft);
  const byFlow = simplify(draft.system()).unknowns;
  sayMostAsked(cells, released, policy, draft);
  sayShares(cells, sidesOf, draft);
  sayAddingUp(cells, released.groups, released.relations ?? [], draft);
  sayNested(cells, released, draft);
  sayWorstAndBest(released, cells, policy, draft);
  const steps = sayCurves(released, policy, draft);
  const imgs = sayCosts(released, policy, draft);
  return {
    system: draft.system(),
    protected: [...protectedShares(cells, policy, before, byFlow), ...steps, ...imgs],
  };
}
