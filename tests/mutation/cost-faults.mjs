import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Faults that people make in cost returns, by kind: what stands in which cells of one row, and where it is to be told. */
export const costKinds = {
  "negative hours in a cost return": oneCell("Staff", /^hours/i, () => -7),
  "an unknown pay point in a cost return": oneCell("Staff", /^pay point/i, () => "Band 11 top"),
  "a pay point of another year": oneCell("Staff", /^pay point/i, () => "consultant.min"),
  "words for an amount in a cost return": oneCell("Other costs", /^amount in/i, () => "approx 300"),
  "a percent above 100": oneCell("Staff", /^percent for/i, () => 300),
  "a full-time share beside hours": oneCell("Staff", /^or full-time/i, () => 0.5),
  "hours of a cohort given for each IMG": inRow("Staff", {
    fits: forEachImg,
    change: ({ value, cohort }) => [
      [/^hours of/i, value(/^hours of/i) * Math.round(cohort.inducted / cohort.intakes)],
    ],
    told: /^hours of/i,
  }),
  "hours of each IMG given for a cohort": inRow("Staff", {
    fits: forEachImg,
    change: () => [[/^hours are/i, "each cohort"]],
    told: /^hours of/i,
  }),
  "supernumerary hours of all given for each": inRow("IMG time", {
    fits: ({ value }) => value(/^IMGs$/) >= 4,
    change: ({ value }) => [[/^supernumerary/i, value(/^supernumerary/i) * value(/^IMGs$/)]],
    told: /^supernumerary/i,
  }),
  "on-costs in a rate said to be without": ownRate(
    95,
    "agency or bank",
    "no",
    /^own rate includes on-costs/i,
  ),
  "pay alone in a rate said to hold on-costs": ownRate(
    9.5,
    "agency or bank",
    "yes",
    /^own rate includes on-costs/i,
  ),
  "one person's payroll rate": ownRate(45, "local payroll", "yes", /^own rate in/i),
  "an amount that is not hours times rate": inRow("Staff", {
    change: () => [[/by your ledger$/i, 999_999]],
    told: /by your ledger$/i,
  }),
  "an amount that is not quantity times price": inRow("Other costs", {
    change: ({ value }) => [
      [/^quantity/i, 7],
      [/^pounds for one/i, value(/^amount in/i)],
    ],
    told: /^amount in/i,
  }),
  "VAT left out of one amount": oneCell("Other costs", /^VAT$/, () => "left out"),
  "prices of another year": inRow("Other costs", {
    change: () => [[/^item$/i, "As in the list of 2023/24"]],
    told: /^amount in/i,
  }),
  "a funded post paid by the Trust too": anotherRow("Staff", { "Paid by": "NHS England" }, /^paid by/i),
  "backfill beside the time it stands in for": anotherRow(
    "Staff",
    { "Stands in for someone else": "yes", Role: "Bank staff" },
    /^stands in/i,
  ),
  "other IMGs on the Cover than in the cohort table": inRow("Cover", {
    fits: ({ value }) => /^IMGs recruited/.test(value(/^question/i)),
    change: ({ value }) => [[/^answer$/i, value(/^answer$/i) + 3]],
    told: /^answer$/i,
  }),
  "the induction of every doctor not left out": inRow("Cover", {
    fits: ({ value }) => /every new doctor/.test(value(/^question/i)),
    change: () => [[/^answer$/i, "no"]],
    told: null,
  }),
};

function oneCell(sheet, heading, value) {
  return inRow(sheet, { change: () => [[heading, value()]], told: heading });
}

function ownRate(pounds, source, onCosts, told) {
  const change = () => [
    [/^own rate in/i, pounds],
    [/^source of own/i, source],
    [/^own rate includes on-costs/i, onCosts],
    [/^own rate includes overheads/i, "no"],
  ];
  return inRow("Staff", { fits: ({ value }) => value(/^people$/i) === 1, change, told });
}

/** Hours for each IMG at a Trust whose intakes are large enough to tell, of the only line of its component. */
function forEachImg({ value, values, cohort }) {
  const component = value(/^component$/i);
  const alone = values(/^component$/i).filter((each) => each === component).length === 1;
  return value(/^hours are/i) === "each IMG" && alone && cohort.inducted / cohort.intakes >= 4;
}

/** Change some cells of one row; told at one of them, or at any place of the file where the fault has no one place. */
function inRow(sheet, { fits = () => true, change, told }) {
  const make = (random, clean) => {
    const found = rowOf(random, clean, sheet);
    if (!found || !fits(found)) return null;
    const cells = change(found).map(([heading, value]) => [found.cell(heading), value]);
    return written(clean, found.file, sheet, cells, told === null ? null : found.cell(told));
  };
  return { place: told === null ? "file" : "cell", make };
}

/** Write a row once more below the last, with some cells changed. */
function anotherRow(sheet, changes, told) {
  const make = (random, clean) => {
    const found = rowOf(random, clean, sheet);
    if (!found) return null;
    const { table, index, file } = found;
    const row = Math.max(...table.rows) + 1;
    const cells = table.columns.flatMap(({ name, position, values }) => {
      const value = changes[name] ?? values[index];
      return value === null ? [] : [[`${lettersOf(position)}${row}`, value]];
    });
    return written(clean, file, sheet, cells, found.cell(told).replace(/\d+$/, row));
  };
  return { place: "cell", make };
}

function rowOf(random, clean, sheet) {
  const table = random.pick(
    clean.tables.filter(
      ({ source, rows }) => source.kind === "cost-return" && source.sheet === sheet && rows.length > 0,
    ),
  );
  const index = random.below(table.rows.length);
  const column = (heading) => table.columns.find(({ name }) => heading.test(name));
  return {
    table,
    index,
    file: table.source.file,
    cohort: clean.cohorts.find(({ trust }) => trust === table.source.trust),
    value: (heading) => column(heading).values[index],
    values: (heading) => column(heading).values,
    cell: (heading) => `${lettersOf(column(heading).position)}${table.rows[index]}`,
  };
}

function written(clean, file, sheet, cells, told) {
  let bytes = clean.files.get(file);
  for (const [cell, value] of cells) bytes = bytes && withCell(bytes, sheet, cell, value);
  const isAt = ({ at }) => at.file === file && (told === null || (at.sheet === sheet && at.cell === told));
  return bytes && { files: new Map([[file, bytes]]), isAt };
}

function withCell(bytes, sheet, cell, value) {
  const parts = unzipSync(bytes);
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]*)"`).exec(
    strFromU8(parts["xl/workbook.xml"]),
  )?.[1];
  const target = strFromU8(parts["xl/_rels/workbook.xml.rels"])
    .match(/<Relationship [^>]*>/g)
    .find((each) => each.includes(`Id="${id}"`));
  const part = `xl/${/Target="([^"]*)"/.exec(target ?? "")?.[1]}`;
  if (!parts[part]) return null;
  const xml = strFromU8(parts[part]);
  const words = String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const content =
    typeof value === "number"
      ? `<c r="${cell}"><v>${value}</v></c>`
      : `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const replaced = xml.replace(new RegExp(`<c r="${cell}"(?:[^>]*/>|[^>]*>.*?</c>)`, "s"), () => content);
  return replaced === xml ? null : zipSync({ ...parts, [part]: strToU8(replaced) }, { level: 0 });
}

function lettersOf(position) {
  return position < 26
    ? String.fromCharCode(65 + position)
    : `${lettersOf(Math.floor(position / 26) - 1)}${lettersOf(position % 26)}`;
}
