import type { MethodCheck } from "../check.js";

export const reliabilityChecks: readonly MethodCheck[] = [];
