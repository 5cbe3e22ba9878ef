import type { MethodCheck } from "../check.js";

export const multiplicityChecks: readonly MethodCheck[] = [];
