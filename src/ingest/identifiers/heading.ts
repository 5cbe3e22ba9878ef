import { plainWords, withoutNumber } from "../../study/wording.js";
import type { Detector } from "./detector.js";
import { detectors } from "./index.js";

/**
 * The kind of identifier that a heading says its column holds: "Email", "What is your GMC number? (optional)"; null for
 * any other heading, also for one that only mentions such a thing.
 *
 * @example identifierOfHeading("3. Please enter your e-mail address")?.id // => "email-address"
 */
export function identifierOfHeading(heading: string): Detector | null {
  if (heading.length > 120) return null;
  const bare = plainWords(withoutNumber(heading))
    .replace(/\s*[([][^)\]]{0,60}[)\]]\s*$/, "")
    .replace(/_/g, " ")
    .replace(/[?!]+$/, "")
    .replace(asking, "")
    .replace(/^(?:your|the|respondent's|participant's|employee's|doctor's)\s+(?=\S)/, "")
    .replace(/\s+(?:please|if any|optional)$/, "")
    .trim();
  return detectors.find((detector) => detector.headings.includes(bare)) ?? null;
}

const asking =
  /^(?:please\s+)?(?:(?:what is|what's|enter|give|provide|write|type|state|add|confirm|tell us|insert)\s+)?(?=your |the |\S)/;
