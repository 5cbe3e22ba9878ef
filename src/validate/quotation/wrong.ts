import { findIdentifiers } from "../../ingest/identifiers/find.js";
import type { Quotation } from "../../study/schema.js";
import type { Study } from "../../study/study.js";
import { comparable, countWords } from "./stands-in.js";
import { attributionNamesTrust, namesPerson, wordsNameTrust } from "./told-names.js";

/** What is wrong with a quotation of study.yaml. */
export interface Wrong {
  /** The key it stands under. */
  readonly key: keyof Quotation;
  readonly message: string;
  readonly expected: string;
  readonly fix: string;
}

/** More words than this are no short quotation: the more somebody says, the easier they are known by it. */
export const mostWords = 60;

/** What is wrong with the words themselves, wherever they come from: all of it. */
export function wrongWords(
  study: Study,
  { words, variable }: Quotation,
  before: readonly Quotation[],
): readonly Wrong[] {
  const wrong: Wrong[] = [];
  const count = countWords(words);
  const tell = (message: string, expected: string, fix: string) =>
    wrong.push({ key: "words", message, expected, fix });
  if (count === 0)
    tell("there are no words to quote", "some words", "write the words, or take the entry out");
  if (count > mostWords) {
    tell(
      `${count} words are too long to quote`,
      `at most ${mostWords} words`,
      "choose a part, or put [...] for what can be left out",
    );
  }
  const question = study.variables.find(({ name }) => name === variable)?.question ?? "";
  const kinds = [...new Set(findIdentifiers(words, question).map(({ detector }) => detector.one))];
  if (kinds.length > 0) {
    tell(
      `the words hold what may be ${kinds.map(withArticle).join(" and ")}`,
      "words that tell nobody's identity",
      "put [...] in its place",
    );
  }
  if (wordsNameTrust(study, words)) {
    tell("the words name a Trust", "words that do not tell the Trust", "put [...] in place of the name");
  }
  if (before.some((other) => comparable(other.words) === comparable(words))) {
    tell("the same words stand here twice", "each quotation once", "take one of the two out");
  }
  return wrong;
}

/** What is wrong with how the words are attributed. */
export function wrongAttribution(study: Study, { attribution }: Quotation): readonly Wrong[] {
  const wrong: Wrong[] = [];
  const tell = (message: string, fix: string) =>
    wrong.push({ key: "attribution", message, expected: "a role that several people share", fix });
  const role = "write a role alone, such as: A doctor new to the NHS";
  if (attributionNamesTrust(study, attribution)) tell("the attribution names a Trust", role);
  if (namesPerson(study, attribution)) {
    tell("the attribution may name a person or a place", `${role}; write grades and subjects in lower case`);
  }
  return wrong;
}

function withArticle(kind: string): string {
  return `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
}
