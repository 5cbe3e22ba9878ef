import type { Issue, Place } from "../core/issue.js";
import type { Source } from "../core/table.js";
import type { Explanation } from "../ingest/explanation.js";
import type { Hide } from "../ingest/identifiers/hide.js";

/** A finding with identifiers of people replaced in all its words, whatever rule wrote them. */
export function hideInFinding<Some extends Issue>(finding: Some, hide: Hide): Some {
  const { at, message, expected, found, fix } = finding;
  const about = at.column;
  return {
    ...finding,
    at: hideInPlace(at, hide),
    message: hide(message, about),
    ...(expected === undefined ? {} : { expected: hide(expected) }),
    ...(found === undefined ? {} : { found: hide(found, about) }),
    fix: hide(fix),
  };
}

/** How a file was read, likewise. */
export function hideInExplanation(explanation: Explanation, hide: Hide): Explanation {
  const each = (texts: readonly string[]) => texts.map((text) => hide(text));
  const { sheet, refused, others, dates } = explanation;
  return {
    ...explanation,
    ...(sheet === undefined ? {} : { sheet: hide(sheet) }),
    ...(refused === undefined ? {} : { refused: hide(refused) }),
    sheetsPassedOver: each(explanation.sheetsPassedOver),
    reasons: each(explanation.reasons),
    others: others.map((other) => ({ ...other, reasons: each(other.reasons) })),
    remarks: each(explanation.remarks),
    dates: dates.map(({ column, decision }) => ({
      column: hide(column),
      decision: { ...decision, reason: hide(decision.reason) },
    })),
  };
}

/** What is written down of where a table came from, likewise. */
export function hideInSource(source: Source, hide: Hide): Source {
  return {
    ...source,
    ...(source.sheet === undefined ? {} : { sheet: hide(source.sheet) }),
    reasons: source.reasons.map((reason) => hide(reason)),
  };
}

function hideInPlace(at: Place, hide: Hide): Place {
  return {
    ...at,
    ...(at.sheet === undefined ? {} : { sheet: hide(at.sheet) }),
    ...(at.column === undefined ? {} : { column: hide(at.column) }),
  };
}
