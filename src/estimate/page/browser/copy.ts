import { say } from "./announce.js";
import { element } from "./element.js";

/** Buttons that copy the text of the field that they name, where there is an answer to copy. */
export function copyButtons(isAnswered: () => boolean): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]"))
    button.addEventListener("click", () => void copy(button, isAnswered()));
}

async function copy(button: HTMLButtonElement, isAnswered: boolean): Promise<void> {
  const field = element(button.dataset["copy"]!) as HTMLTextAreaElement;
  const told = element("copied");
  if (!isAnswered) told.textContent = "There is no answer to copy yet: mend what is listed above first.";
  else told.textContent = (await put(field)) ? "Copied." : "The text is selected: copy it with Ctrl+C.";
  say(told.textContent);
}

/** A browser may forbid the clipboard to a file; then the text is selected for the person to copy. */
async function put(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return false;
  }
}
