import type { MethodCheck } from "../check.js";

export const pairedChecks: readonly MethodCheck[] = [];
