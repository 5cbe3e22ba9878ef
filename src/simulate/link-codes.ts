import type { RandomStream } from "../core/random.js";
import { pick, whole } from "./draws.js";

const letters = "ABCDEFGHIJKLMNOPRSTUVWYZ".split("");

/** A code as the question asks for it: two letters, a day of the month, two letters. All drawn at random. */
export function drawLinkCode(random: RandomStream): string {
  const two = () => pick(random, letters) + pick(random, letters);
  return two() + String(whole(random, 1, 31)).padStart(2, "0") + two();
}

/** A code that differs in three places or more from all that are taken. */
export function drawDistantCode(random: RandomStream, taken: readonly string[]): string {
  for (;;) {
    const code = drawLinkCode(random);
    if (taken.every((other) => differences(code, other) >= 3)) return code;
  }
}

/** The code with one letter typed wrongly: the one beside it in the alphabet of the codes. */
export function mistype(random: RandomStream, code: string): string {
  const place = pick(random, [0, 1, 4, 5]);
  const wrong = letters[(letters.indexOf(code[place]!) + 1) % letters.length]!;
  return code.slice(0, place) + wrong + code.slice(place + 1);
}

/** The same code as another hand writes it: small letters, a space in the middle or at the end. */
export function rewrite(random: RandomStream, code: string): string {
  const styles = [
    (text: string) => text.toLowerCase(),
    (text: string) => `${text.slice(0, 2)} ${text.slice(2, 4)} ${text.slice(4)}`,
    (text: string) => `${text.toLowerCase()} `,
    (text: string) => text.charAt(0) + text.slice(1).toLowerCase(),
  ];
  return pick(random, styles)(code);
}

function differences(one: string, other: string): number {
  return one.split("").filter((letter, index) => letter !== other[index]).length;
}
