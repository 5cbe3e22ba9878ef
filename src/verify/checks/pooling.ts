import type { MethodCheck } from "../check.js";

export const poolingChecks: readonly MethodCheck[] = [];
