import type { Issue } from "../core/issue.js";

/** One thing found in the data: an issue, the rule that found it, and the slice it is about. */
export interface Finding extends Issue {
  /** Id of the rule in `validate/rules/`. */
  readonly rule: string;
  readonly trust?: string;
  readonly wave?: string;
  /** How many of what the rule looks at it tells of; one when left out. */
  readonly count?: number;
  /** True of what is as declared or loses nothing: told, and no reason for another severity. */
  readonly harmless?: true;
}
