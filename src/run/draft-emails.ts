import { slug } from "../core/result.js";
import { plainText } from "../report/plain-text.js";
import { wrapText } from "../report/wrap-text.js";
import { nameTrusts } from "../study/study.js";
import type { Study } from "../study/study.js";
import { fileWords, mendLines } from "./email-items.js";
import type { Fault } from "./faults.js";

/**
 * A draft e-mail for each Trust that has something to mend, by path: `trust-c.txt`. File by file, the worst first: place,
 * what is wrong, what was expected, how to mend it. No link code, identifier, free text or answer stands in it.
 *
 * @param marked files that go back with comments on their cells
 */
export function draftEmails(
  faults: readonly Fault[],
  study: Study,
  marked: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const emails = study.trusts.flatMap(({ code }) => {
    const own = faults.filter((fault) => fault.trust === code);
    return own.length === 0 ? [] : [[`trust-${slug(code)}.txt`, write(own, code, study, marked)] as const];
  });
  return new Map(emails);
}

const width = 76;

function write(faults: readonly Fault[], trust: string, study: Study, marked: ReadonlySet<string>): string {
  const errors = faults.filter((fault) => fault.severity === "error").length;
  const files = new Map<string, Fault[]>();
  for (const fault of faults) {
    const name = fileWords(fault, study);
    files.set(name, [...(files.get(name) ?? []), fault]);
  }
  const attached = faults.some((fault) => marked.has(fault.at.file));
  const things = faults.length === 1 ? "one thing" : `${faults.length} things`;
  const lines = [
    `Subject: ${nameTrusts(study, [trust])}: ${things} to mend in the files for the induction pilot`,
    "",
    ...(study.study.synthetic ? ["SYNTHETIC DATA: not real people or Trusts. Do not send.", ""] : []),
    "Hello,",
    "",
    ...fill(
      `Thank you for your files for "${study.study.title}". We checked them and found ${things} to mend. ${urgency(errors, faults.length)}`,
    ),
    ...[...files].flatMap(([name, some]) => [
      "",
      ...fill(name),
      ...(marked.has(some[0]!.at.file)
        ? fill("The attached copy has a comment on each of these cells.")
        : []),
      "",
      ...mendLines(some, width),
    ]),
    "",
    ...fill(
      `Please mend ${faults.length === 1 ? "it" : "them"}${attached ? ", in the attached copy if you like," : ""} and send ${files.size === 1 ? "the file again under its name" : "the files again under the same names"}. If something is right as it stands, just tell us.`,
    ),
    "",
    "With many thanks",
  ];
  return `${lines.join("\n")}\n`;
}

function urgency(errors: number, all: number): string {
  if (errors === 0) return "Nothing is held up by it, but please look.";
  if (errors === all)
    return all === 1 ? "We cannot go on until it is mended." : "We cannot go on until they are mended.";
  return errors === 1
    ? 'We cannot go on until the one marked "must be mended" is.'
    : `We cannot go on until the ${errors} marked "must be mended" are.`;
}

function fill(text: string): readonly string[] {
  return wrapText(plainText(text), width);
}
