import { compare, figure, firstOf, join, when, words, type Live } from "./live.js";
import type { Standing } from "./standing.js";

/** How a sheet of lines stands, for the place beside its title. */
export function statusOf(
  sheet: "Staff" | "Other costs" | "IMG time" | "Components",
  { filled, mend, look, first }: Standing,
): Live<string> {
  const unit = sheet === "Components" ? "part" : "line";
  return firstOf(
    [
      [
        isAny(mend),
        join(many(mend, unit), words(" to mend, first in row "), first, words(": see Check at the right")),
      ],
      [compare(filled, "<=", figure(0)), words("No line filled in yet")],
      [isAny(look), join(many(filled, unit), words(" filled in; "), look, words(" to look at again"))],
    ],
    join(many(filled, unit), words(" filled in, all OK")),
  );
}

function isAny(number: Live<number>): Live<boolean> {
  return compare(number, ">", figure(0));
}

function many(number: Live<number>, unit: string): Live<string> {
  return join(number, when(compare(number, ">", figure(1)), words(` ${unit}s`), words(` ${unit}`)));
}
