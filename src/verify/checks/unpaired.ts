import type { MethodCheck } from "../check.js";

export const unpairedChecks: readonly MethodCheck[] = [];
