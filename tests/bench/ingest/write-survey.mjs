// A large survey as one CSV file: id, Trust, wave, specialty (one with a comma), date, weeks, 16 Likert items with 4 % blanks,
// hours of support, and a comment that sometimes holds marks and a comma. Seeded; 1,000,000 rows are about 92 MB.
import { closeSync, openSync, writeSync } from "node:fs";

export const specialties = [
  ...["Acute medicine", "Surgery", "Psychiatry", "Emergency medicine", "Paediatrics"],
  "Obstetrics, gynaecology",
];
const remarks = ["", "Good induction", '"Settled in, but ""pay"" was late"'];
export const items = Array.from({ length: 16 }, (_, index) => `q${index + 1}`);
export const trusts = Array.from(
  { length: 24 },
  (_, index) => `R${String.fromCharCode(65 + index)}${index % 10}`,
);
export const header = [
  ...["response_id", "trust_code", "wave", "specialty", "submitted", "arrived_weeks"],
  ...items,
  ...["hours_support", "comment"],
];

/** @param faults share of the rows that carry one faulty cell; 0 for none */
export function writeSurvey(path, rows, faults = 0) {
  const draw = generator(20_260_401);
  const upTo = (limit) => Math.floor(draw() * limit);
  const two = (number) => String(number).padStart(2, "0");
  const file = openSync(path, "w");
  let text = `${header.join(",")}\n`;
  for (let row = 0; row < rows; row += 1) {
    const cells = [
      `S${String(row).padStart(7, "0")}`,
      trusts[upTo(24)],
      1 + upTo(3),
      marked(specialties[upTo(6)]),
      `2026-${two(1 + upTo(12))}-${two(1 + upTo(28))}`,
      upTo(52),
      ...items.map(() => (draw() < 0.04 ? "" : 1 + upTo(5))),
      (draw() * 40).toFixed(2),
      draw() < 0.1 ? remarks[2] : remarks[upTo(2)],
    ];
    if (draw() < faults) cells[6 + (row % 16)] = 6 + (row % 93);
    text += `${cells.join(",")}\n`;
    if (text.length > 1_000_000 || row === rows - 1) {
      writeSync(file, text);
      text = "";
    }
  }
  closeSync(file);
}

function marked(text) {
  return text.includes(",") ? `"${text}"` : text;
}

/** Numbers from 0 up to 1 (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
