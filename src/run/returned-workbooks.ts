import { formatNumber } from "../core/format.js";
import { slug } from "../core/result.js";
import { commentOnCells } from "../ingest/comments/comment-on-cells.js";
import type { CellComment } from "../ingest/comments/comment-on-cells.js";
import type { DeclaredSource } from "../study/schema.js";
import type { StudyFolder } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { ended } from "./email-items.js";
import type { Fault } from "./faults.js";

/** More comments than a person can work through in one workbook. */
const mostComments = 1_000;

/** A file that cannot be opened, or is not there, has no cell to put a comment on. */
const unopened = ["missing-file", "wrong-kind", "not-a-workbook", "empty-export", "same-content"];

/**
 * The workbooks that Trusts sent, each with a comment on every faulty cell and else unchanged, by path: `trust-c/costs.xlsx`.
 * Cost returns and cohort sheets go back, and surveys where the study says that respondents agreed to it; HR records never.
 * What is wrong with a sheet, or with the file as a whole, stands on A1. One that cannot be marked is told in a text beside it.
 *
 * @returns the workbooks, and which files of the study they are copies of
 */
export async function returnedWorkbooks(
  faults: readonly Fault[],
  study: Study,
  folder: StudyFolder,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly marked: ReadonlySet<string> }> {
  const returned = new Map<string, Uint8Array>();
  const marked = new Set<string>();
  for (const source of study.sources.filter((one) => mayGoBack(one, study))) {
    const own = faults.filter((fault) => fault.at.file === source.file && !unopened.includes(fault.code));
    const bytes = own.length === 0 ? null : await folder.read(source.file);
    if (bytes === null) continue;
    const path = pathOf(source, returned);
    try {
      returned.set(path, commentOnCells(bytes, commentsOf(own)));
      marked.add(source.file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = `${source.file} could not be marked: ${reason}.\nThe draft e-mail lists what to mend.\n`;
      returned.set(`${path}.txt`, new TextEncoder().encode(text));
    }
  }
  return { files: returned, marked };
}

/** Whether a workbook is one that a Trust wrote itself, or may see again. */
export function mayGoBack(source: DeclaredSource, study: Study): boolean {
  if (!/\.xlsx$/i.test(source.file)) return false;
  if (source.kind === "cost-return" || source.kind === "cohort") return true;
  const agreed = study.answers_back_to_trusts?.agreed === true;
  return source.kind === "survey" && source.trust !== undefined && agreed;
}

/** A cohort sheet has rows of several Trusts, and goes back to whoever keeps it. */
function pathOf(source: DeclaredSource, taken: ReadonlyMap<string, Uint8Array>): string {
  const trust = "trust" in source && source.trust !== undefined ? source.trust : null;
  const folder = trust === null ? "several-trusts" : `trust-${slug(trust)}`;
  const name = source.file.slice(source.file.lastIndexOf("/") + 1);
  const path = `${folder}/${name}`;
  return taken.has(path) ? `${folder}/${source.file.replaceAll("/", "-")}` : path;
}

function commentsOf(faults: readonly Fault[]): readonly CellComment[] {
  const shown = faults.slice(0, mostComments);
  const comments = shown.map((fault): CellComment => {
    const { sheet, cell, row } = fault.at;
    return {
      sheet: sheet ?? null,
      cell: cell ?? (row === undefined ? "A1" : `A${row}`),
      text: commentText(fault),
    };
  });
  if (shown.length === faults.length) return comments;
  const text = `Showing ${formatNumber(shown.length)} of ${formatNumber(faults.length)} faults, the worst first. Mend these and send the file again: we will look for the others.`;
  return [{ sheet: null, cell: "A1", text }, ...comments];
}

function commentText({ severity, wrong, expected, mend }: Fault): string {
  return [
    severity === "error" ? "Must be mended." : "Please look at this.",
    ended(`What is wrong: ${wrong}`),
    ...(expected === null ? [] : [ended(`Expected: ${expected}`)]),
    ended(`How to mend it: ${mend}`),
  ].join("\n");
}
