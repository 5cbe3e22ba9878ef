import type { MethodCheck } from "../check.js";

export const resamplingChecks: readonly MethodCheck[] = [];
