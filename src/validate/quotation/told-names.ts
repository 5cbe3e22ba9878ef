import { standingAlone } from "../../ingest/identifiers/detector.js";
import { findIdentifiers } from "../../ingest/identifiers/find.js";
import type { Study } from "../../study/study.js";
import { comparable } from "./stands-in.js";

/** Whether a respondent's words name a Trust of the study, by label, by alias, or as Trust and its code. */
export function wordsNameTrust({ trusts }: Pick<Study, "trusts">, words: string): boolean {
  const text = comparable(words);
  return trusts.some(({ code, label, aliases }) =>
    [label, `Trust ${code}`, ...aliases].some((name) => holdsName(text, comparable(name))),
  );
}

/** Whether an attribution names a Trust of the study: by label or alias, or by its code standing alone. */
export function attributionNamesTrust(study: Pick<Study, "trusts">, attribution: string): boolean {
  const text = comparable(attribution);
  const isArticle = (found: string, from: number) =>
    from === 0 && found.length === 1 && /^ (?!(?:hospital|trust|site)\b)\p{L}/iu.test(text.slice(1));
  const coded = study.trusts.some(
    ({ code }) =>
      standingAlone(text, new RegExp(code, "g"), (found, from) => !isArticle(found, from)).length > 0,
  );
  return coded || wordsNameTrust(study, text);
}

/**
 * Whether an attribution has the look of naming a person: a title and a name, initials, or a word with a capital after
 * the first that is none of the study's own words. A first name that stands first and alone is not told apart.
 */
export function namesPerson(study: Pick<Study, "variables" | "waves">, attribution: string): boolean {
  const text = comparable(attribution);
  if (findIdentifiers(text).length > 0 || /(?<!\p{L})\p{Lu}\. ?\p{Lu}(?!\p{L})/u.test(text)) return true;
  const known = new Set([...wordsOfRoles, ...wordsOfStudy(study)]);
  const capitals = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}'-]*\p{Ll}[\p{L}'-]*/gu)];
  return capitals.some(({ 0: word, index }) => index > 0 && !known.has(word.toLowerCase()));
}

/** Words that roles are made of, which people write with a capital. */
const wordsOfRoles = (
  "doctor registrar consultant specialist specialty trust grade foundation core year senior junior house officer " +
  "clinical fellow resident trainee medical training british english european england scotland wales ireland britain europe"
).split(" ");

function wordsOfStudy({ variables, waves }: Pick<Study, "variables" | "waves">): readonly string[] {
  const texts = [
    ...waves.map(({ label }) => label),
    ...variables.flatMap(({ label, categories }) => [label, ...categories.map((each) => each.label)]),
  ];
  return texts.flatMap(
    (text) =>
      comparable(text)
        .toLowerCase()
        .match(/[\p{L}'-]+/gu) ?? [],
  );
}

/** Three letters and fewer are a name only as they are written: `UH`. */
function holdsName(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return standingAlone(text, new RegExp(escaped, name.length > 3 ? "giu" : "gu")).length > 0;
}
