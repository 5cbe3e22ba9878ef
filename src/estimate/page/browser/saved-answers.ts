import type { Answers } from "../answers.js";
import { element } from "./element.js";
import { say } from "./announce.js";
import { saveFile } from "./save-file.js";

interface SavedAnswers {
  readonly tool: "pilot-eval";
  readonly kind: "answers";
  readonly version: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Save the answers of the form to a file, and open such a file again. */
export function savedAnswers(version: string, read: () => Answers, open: (answers: Answers) => void): void {
  element("save-answers").addEventListener("click", () => {
    const saved: SavedAnswers = {
      tool: "pilot-eval",
      kind: "answers",
      version,
      answers: Object.fromEntries(read()),
    };
    saveFile("estimate-answers.json", `${JSON.stringify(saved, null, 2)}\n`, "application/json");
    told("Saved as estimate-answers.json.");
  });
  const file = element("open-answers") as HTMLInputElement;
  file.addEventListener("change", () => {
    void file.files?.[0]?.text().then((text) => {
      const answers = parse(text);
      if (answers) open(answers);
      told(answers ? "The answers are opened." : "This file does not hold answers that this page saved.");
      file.value = "";
    });
  });
}

function parse(text: string): Answers | null {
  try {
    const saved = JSON.parse(text) as Partial<SavedAnswers> | null;
    const entries = Object.entries(saved?.answers ?? {});
    const isOurs = saved?.tool === "pilot-eval" && saved.kind === "answers";
    return isOurs && entries.every(([, answer]) => typeof answer === "string") ? new Map(entries) : null;
  } catch {
    return null;
  }
}

function told(words: string): void {
  element("answers-saved").textContent = words;
  say(words);
}
