import type { MethodCheck } from "../check.js";

export const likertChecks: readonly MethodCheck[] = [];
