import type { MethodCheck } from "../check.js";

export const tablesChecks: readonly MethodCheck[] = [];
