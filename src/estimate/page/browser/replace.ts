/** Put new HTML into an element; what was folded open stays open. */
export function replaceKeepingOpen(place: HTMLElement, html: string): void {
  const open = [...place.querySelectorAll("details[open]")].map(({ id }) => id);
  place.innerHTML = html;
  for (const part of place.querySelectorAll("details")) part.open = open.includes(part.id);
}
