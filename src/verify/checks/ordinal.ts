import type { MethodCheck } from "../check.js";

export const ordinalChecks: readonly MethodCheck[] = [];
