import type { MethodCheck } from "../check.js";

export const survivalChecks: readonly MethodCheck[] = [];
