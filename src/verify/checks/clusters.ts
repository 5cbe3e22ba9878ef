import type { MethodCheck } from "../check.js";

export const clustersChecks: readonly MethodCheck[] = [];
