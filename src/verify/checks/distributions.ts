import type { MethodCheck } from "../check.js";

export const distributionsChecks: readonly MethodCheck[] = [];
