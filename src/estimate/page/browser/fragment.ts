import type { Answers } from "../answers.js";

/** Answers in the address that differ from those that the page starts with: `#imgs=30&pension=full`. Unknown names are left out. */
export function fragmentAnswers(start: Answers): Answers {
  const kept = new URLSearchParams(location.hash.slice(1));
  return new Map([...kept].filter(([name]) => start.has(name)));
}

/** Whether the address leads to a place of the page, such as `#answer`, and so says nothing about answers. */
export function namesPlace(): boolean {
  return location.hash !== "" && !location.hash.includes("=");
}

/** Keep the answers in the address, so that loading the page again, a bookmark or a link brings them back. */
export function keepInFragment(answers: Answers, start: Answers): void {
  const changed = [...answers].filter(([name, answer]) => start.get(name) !== answer);
  const fragment = new URLSearchParams(changed.map(([name, answer]) => [name, answer])).toString();
  if (fragment === location.hash.slice(1)) return;
  history.replaceState(null, "", `#${fragment}`);
}
