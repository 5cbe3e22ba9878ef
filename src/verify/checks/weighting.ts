import type { MethodCheck } from "../check.js";

export const weightingChecks: readonly MethodCheck[] = [];
