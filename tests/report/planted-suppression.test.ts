import { describe, expect, it } from "vitest";
import type { Drawing } from "../../src/charts/chart.js";
import type { TableBlock, TableCell } from "../../src/charts/data-table.js";
import { charts } from "../../src/charts/index.js";
import { heldBack, suppress } from "../../src/disclosure/primary.js";
import type { Released } from "../../src/disclosure/released.js";
import type { Block, Inline } from "../../src/report/document.js";
import { sections } from "../../src/report/sections/index.js";
import { makeReleased, makeStudy } from "../charts/fixture.js";
import { composeInput } from "./compose-fixture.js";

/** A release again and again, each time with another of its results held back by hand. */
function* oneHeldBack(released: Released): Generator<{ readonly id: string; readonly without: Released }> {
  for (const { id } of released.results) {
    const results = released.results.map((one) => (one.id === id ? suppress(one, heldBack) : one));
    yield { id, without: { ...released, results } };
  }
}

/** Places of cells of some kind, as "table, words of the row, column". */
function cellsOf(tables: readonly TableBlock[], isOne: (cell: TableCell) => boolean): readonly string[] {
  return tables.flatMap(({ id, rows, columns }) =>
    rows.flatMap((row) => {
      const line = row.flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])).join(" ");
      return row.flatMap((cell, at) => (isOne(cell) ? [`${id}, ${line}, ${columns[at]!.heading}`] : []));
    }),
  );
}

function wordsOfTable({ caption, description, notes, columns, rows }: TableBlock): readonly string[] {
  const cells = rows.flat().flatMap((cell) => ("text" in cell ? [cell.text] : []));
  return [caption, description, ...notes, ...columns.map(({ heading }) => heading), ...cells];
}

function numbersIn(words: readonly string[]): ReadonlySet<string> {
  const told = words.map((text) =>
    text.replace(/\d+ numbers? (is|are) held back|\d+ of \d+ numbers?, (held back|consent|to protect)/g, ""),
  );
  return new Set(told.flatMap((text) => text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []));
}

const tells = (words: readonly string[]) =>
  words.join("\n").match(/not shown|held back|\[c\]|of those that are shown|only one is shown/gi)?.length ??
  0;

describe("a result held back by hand, each of a report in its turn", () => {
  const input = composeInput();
  const compose = (released: Released) =>
    sections.map(({ id, blocks }) => partsOf(id, blocks({ ...input, released })));
  const before = compose(input.released);
  const known = numbersIn(before.flatMap(({ words }) => words));

  it("leaves no number in any section: [c] in tables, words in sentences", () => {
    const wrong: string[] = [];
    const used = { inTables: 0, inSentences: 0 };
    for (const { id, without } of oneHeldBack(input.released))
      for (const [at, after] of compose(without).entries()) {
        const full = before[at]!;
        if (after.text === full.text) continue;
        const place = `${full.section} without ${id}`;
        if (after.text.includes(`"result":"${id}"`)) wrong.push(`${place}: still has its number`);
        for (const number of numbersIn(after.words))
          if (!known.has(number)) wrong.push(`${place}: ${number} was not told before`);
        const stood = cellsOf(full.tables, (cell) => cell.kind === "number" && cell.result === id);
        const hidden = new Set(cellsOf(after.tables, ({ kind }) => kind === "suppressed"));
        if (stood.length > 0 && !stood.some((cell) => hidden.has(cell)))
          wrong.push(`${place}: no [c] in ${stood.join("; ")}`);
        const isSaid = full.prose.some((one) => one.kind === "value" && one.result === id);
        const wordsOf = (prose: readonly Inline[]) => [prose.map(({ text }) => text).join("")];
        if (isSaid && tells(wordsOf(after.prose)) <= tells(wordsOf(full.prose)))
          wrong.push(`${place}: its sentence is gone without a word`);
        used.inTables += stood.length;
        used.inSentences += isSaid ? 1 : 0;
      }
    expect(wrong).toEqual([]);
    expect(used.inTables).toBeGreaterThan(400);
    expect(used.inSentences).toBeGreaterThan(50);
  });
});

function partsOf(section: string, blocks: readonly Block[]) {
  const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
  const prose = blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === "list") return block.items.flat();
    return block.kind === "paragraph" || block.kind === "callout" ? block.text : [];
  });
  const words = [...tables.flatMap(wordsOfTable), ...prose.map(({ text }) => text)];
  return { section, tables, prose, words, text: JSON.stringify(blocks) };
}

describe.each(charts)("a result held back by hand, each of the chart $id in its turn", (chart) => {
  const released = makeReleased();
  const study = makeStudy();
  const full = chart.draw(released, study) as Drawing;
  const wordsOf = ({ caption, description, altText, table }: Drawing) => [
    ...[caption, description, altText],
    ...wordsOfTable(table),
  ];

  it("leaves no number in it: [c] in its table, words in its alternative text", () => {
    const known = numbersIn(wordsOf(full));
    const wrong: string[] = [];
    let used = 0;
    for (const { id, without } of oneHeldBack(released)) {
      const drawing = chart.draw(without, study);
      if ("nothing" in drawing || JSON.stringify(drawing) === JSON.stringify(full)) continue;
      used += 1;
      const words = wordsOf(drawing);
      for (const number of numbersIn(words))
        if (!known.has(number)) wrong.push(`without ${id}: ${number} was not told before`);
      const stood = cellsOf([full.table], (cell) => cell.kind === "number" && cell.result === id);
      const hidden = new Set(cellsOf([drawing.table], ({ kind }) => kind === "suppressed"));
      if (stood.length > 0 && !stood.some((cell) => hidden.has(cell)))
        wrong.push(`without ${id}: no [c] in ${stood.join("; ")}`);
      if (tells([drawing.altText]) <= tells([full.altText])) wrong.push(`without ${id}: told in no words`);
    }
    expect(wrong).toEqual([]);
    expect(used).toBeGreaterThan(3);
  });
});
