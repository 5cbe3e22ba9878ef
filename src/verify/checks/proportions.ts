import type { MethodCheck } from "../check.js";

export const proportionsChecks: readonly MethodCheck[] = [];
