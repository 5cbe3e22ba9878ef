/** Focus an element and bring it into view, opening what it is folded in. A control goes to the middle, a section to the top. */
export function focusOn(goal: HTMLElement): void {
  for (let part = goal.closest("details"); part; part = part.parentElement?.closest("details") ?? null)
    part.open = true;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView({ block: goal.closest(".field") ? "center" : "start" });
}
