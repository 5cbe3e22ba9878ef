import { keepSpaces, plainText } from "./plain-text.js";

/**
 * Text as the content or a quoted attribute of an HTML element.
 *
 * @example escapeHtml('5 < 6 & "so"') // => "5 &lt; 6 &amp; &quot;so&quot;"
 */
export function escapeHtml(text: string): string {
  return escapeMarks(plainText(text));
}

/** The same for a run of text inside a sentence: spaces at its ends stay. */
export function escapeRun(text: string): string {
  return escapeMarks(keepSpaces(text));
}

function escapeMarks(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
