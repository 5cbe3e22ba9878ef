import type { Issue } from "../core/issue.js";

/** Findings as one JSON array, one finding a line, in pieces: a million of them are more than one string can hold. */
export function* findingsJson(findings: readonly Issue[]): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const finding of findings) {
    yield `${separator}${JSON.stringify(finding)}`;
    separator = ",\n";
  }
  yield "\n]\n";
}
