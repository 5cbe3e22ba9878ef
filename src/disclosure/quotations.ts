import { invariant } from "../core/invariant.js";
import type { Study } from "../study/study.js";
import { attributionNamesTrust, wordsNameTrust } from "../validate/quotation/told-names.js";

/** The time in which quotations were approved, year-month-day. */
export interface ApprovalDays {
  readonly from: string;
  readonly to: string;
}

/** Words of one respondent that a named person approved for print, and the role they are attributed to. */
export interface ReleasedQuotation {
  readonly words: string;
  readonly attribution: string;
}

/**
 * The first and the last day on which quotations were approved: all of those days together, so that no day tells which
 * quotation it was. Undefined without quotations.
 */
export function approvalDays({ quotations }: Pick<Study, "quotations">): ApprovalDays | undefined {
  const days = quotations.map(({ on }) => on).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * The quotations that study.yaml approves, as they may leave the study: words and attribution alone, without the file,
 * row, question and approver that trace them. They come in the order of the alphabet, since study.yaml may list them Trust
 * by Trust.
 */
export function releaseQuotations({
  trusts,
  quotations,
}: Pick<Study, "trusts" | "quotations">): readonly ReleasedQuotation[] {
  const released = quotations.map(({ words, attribution }): ReleasedQuotation => ({ words, attribution }));
  invariant(
    released.every(
      ({ words, attribution }) =>
        !wordsNameTrust({ trusts }, words) && !attributionNamesTrust({ trusts }, attribution),
    ),
    "a quotation that names a Trust came to the gate",
  );
  return released.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
}
