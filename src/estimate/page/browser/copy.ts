import { say } from "./announce.js";
import { element } from "./element.js";

/** Buttons that copy the text of the field that they name. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]"))
    button.addEventListener("click", () => void copy(button));
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const field = element(button.dataset["copy"]!) as HTMLTextAreaElement;
  const isCopied = await put(field);
  const told = element("copied");
  told.textContent = isCopied ? "Copied." : "The text is selected: copy it with Ctrl+C.";
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
