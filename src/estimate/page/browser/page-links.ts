import { focusOn } from "./focus-on.js";

/** Have links to a place of the page lead there without touching the address, which holds the answers. */
export function pageLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const goal = link && document.getElementById(link.getAttribute("href")!.slice(1));
    if (!goal) return;
    event.preventDefault();
    focusOn(goal);
  });
}
