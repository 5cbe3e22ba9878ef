import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { levels } from "../../src/costs/estimate/assumptions.js";
import { checkInputs } from "../../src/costs/estimate/check-inputs.js";
import { estimate, type TrustEstimate } from "../../src/costs/estimate/estimate.js";
import type { EstimateData } from "../../src/costs/estimate/estimate-data.js";
import { defaultInputs, type EstimateInputs } from "../../src/costs/estimate/inputs.js";
import { inputRows } from "../../src/estimate/workbook/input-rows.js";
import { writeEstimateWorkbook } from "../../src/estimate/workbook/estimate-workbook.js";
import { readWorkbook, type Sheet } from "../../src/ingest/workbook.js";
import { readPlanningAssumptions } from "../../src/run/planning.js";
import { readShipped } from "../../src/run/shipped.js";
import { requireTool } from "../tools.js";
import { patchWorkbook } from "./patch-workbook.js";
import { randomInputs } from "./random-inputs.js";

let data: EstimateData;
let start: EstimateInputs;
let bytes: Uint8Array;

beforeAll(async () => {
  const { components, figures } = await readShipped();
  data = { assumptions: await readPlanningAssumptions(), components, figures };
  start = { ...defaultInputs(data, 20), intakes: 3, pension: "paid-by-trust" };
  bytes = await write(start);
});

function write(inputs: EstimateInputs): Promise<Uint8Array> {
  return writeEstimateWorkbook({ estimate: estimate(inputs, data), data, version: "0.0.0" });
}

/** The cells that a person would type other inputs into. */
function typed(inputs: EstimateInputs): Record<string, string | number | null> {
  const changes: Record<string, string | number | null> = {};
  inputRows(data).forEach(({ value }, index) => (changes[`Inputs!B${5 + index}`] = value(inputs)));
  [...data.components.map(({ id }) => id), "PROGRAMME"].forEach((id, index) => {
    changes[`Components!D${5 + index}`] = inputs.components.includes(id) ? "yes" : "no";
    changes[`Components!E${5 + index}`] = inputs.selfAssessment?.[id] ?? null;
  });
  data.assumptions.items.forEach(({ id }, index) => {
    const { amount, payPoint, poundsAnHour } = inputs.overrides[id] ?? {};
    const row = 5 + index;
    if (payPoint !== undefined) changes[`Calculation!H${row}`] = payPoint;
    if (poundsAnHour !== undefined) changes[`Calculation!I${row}`] = poundsAnHour;
    if (amount !== undefined)
      for (const column of ["J", "K", "L"]) changes[`Calculation!${column}${row}`] = amount;
  });
  return changes;
}

/** The numbers of a sheet by its first column. */
function numbersOf(sheets: readonly Sheet[], name: string): ReadonlyMap<string, readonly unknown[]> {
  const sheet = sheets.find((one) => one.name === name)!;
  return new Map(
    sheet.rows
      .filter(({ row }) => row > 4)
      .map(({ cells }) => {
        const values: unknown[] = [];
        for (const { column, value } of cells) values[column] = value;
        return [String(values[0]), values.slice(1)];
      }),
  );
}

/** What a workbook says, beside what the engine says, in pounds. */
function compare(sheets: readonly Sheet[], answer: TrustEstimate): readonly string[] {
  const wrong: string[] = [];
  const summary = numbersOf(sheets, "Summary");
  const scenarios = numbersOf(sheets, "Scenarios");
  const sizes = numbersOf(sheets, "Cohort size");
  const look = (what: string, found: unknown, expected: number | string, within = 0.0001) => {
    const same =
      typeof expected === "number"
        ? typeof found === "number" && Math.abs(found - expected) <= within
        : found === expected;
    if (!same) wrong.push(`${what}: expected ${expected}, found ${String(found)}`);
  };
  levels.forEach((level, index) => {
    const { totals, oneMore, gaps, breakEven, perRecruited, perCompleted } = answer;
    const of = (label: string) => summary.get(label)?.[index];
    look(`a year, ${level}`, of("A year"), totals[level].totalPence / 100);
    look(`set-up, ${level}`, of("of it set-up"), totals[level].setUpPence / 100);
    look(`running, ${level}`, of("of it running"), totals[level].runningPence / 100);
    look(`set-up whole, ${level}`, of("Set-up in full, once"), totals[level].setUpWholePence / 100);
    look(`per IMG, ${level}`, of("Per IMG inducted"), totals[level].perImg);
    look(`one more, ${level}`, of("One more IMG"), oneMore.pence[level] / 100);
    look(`recruited, ${level}`, of("Per IMG recruited"), perRecruited?.[level] ?? "not given");
    look(`completed, ${level}`, of("Per IMG who completed it"), perCompleted?.[level] ?? "not given");
    look(`gaps, ${level}`, of("Closing the gaps, a year"), gaps ? gaps.totalPence[level] / 100 : "not asked");
    look(
      `break-even, ${level}`,
      of("Doctors who would have to stay to pay for it"),
      breakEven?.doctors[level] ?? "not given",
    );
    look(`both ways, ${level}`, of("The two ways of adding up agree"), "yes");
    for (const [label, id] of [
      ["2 weeks of shadowing", "shadowing-2"],
      ["4 weeks of shadowing", "shadowing-4"],
      ["6 weeks of shadowing", "shadowing-6"],
      ["Buddies' time given free", "buddies-unpaid"],
      ["With IMGs' pay while they shadow", "supernumerary-with"],
      ["Without IMGs' pay while they shadow", "supernumerary-without"],
      ["Whose cost: new money of the Trust", "trust-cash"],
      ["Whose cost: all that the Trust pays", "trust-economic"],
      ["Whose cost: all that the NHS pays", "nhs"],
    ] as const) {
      // A scenario that does not apply is the estimate itself.
      const find = (is: (one: TrustEstimate["scenarios"][number]) => boolean) => answer.scenarios.find(is);
      const expected = (find((one) => one.id === id) ?? find(({ chosen }) => chosen))!;
      look(`${id}, ${level}`, scenarios.get(label)?.[index], expected.totalPence[level] / 100);
      look(`${id} per IMG, ${level}`, scenarios.get(label)?.[index + 3], expected.perImg[level]);
    }
    for (const size of [1, 2, 7, 20, 37, 59]) {
      const point = answer.curve[size - 1]!;
      const row = sizes.get(String(size));
      look(`total of ${size}, ${level}`, row?.[index], point.totalPence[level] / 100);
      look(`average of ${size}, ${level}`, row?.[index + 3], point.average[level]);
      look(`marginal of ${size}, ${level}`, row?.[index + 6], point.marginalPence[level] / 100);
    }
  });
  return wrong;
}

/** Work workbooks out again in LibreOffice, which by itself would trust the values stored in them. */
async function recalculate(
  soffice: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly Sheet[]>> {
  const folder = mkdtempSync(join(tmpdir(), "pilot-eval-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(
      join(folder, "profile", "user", "registrymodifications.xcu"),
      `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
    );
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    execFileSync(
      soffice,
      [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "out"),
        ...[...files.keys()].map((name) => join(folder, name)),
      ],
      { stdio: "ignore" },
    );
    const read = new Map<string, readonly Sheet[]>();
    for (const name of files.keys())
      read.set(name, await readWorkbook(new Uint8Array(readFileSync(join(folder, "out", name)))));
    return read;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the estimate workbook", () => {
  it("stores the values of the engine for previews that do not work formulas out", async () => {
    expect(compare(await readWorkbook(bytes), estimate(start, data))).toEqual([]);
    for (let seed = 1; seed <= 10; seed++) {
      const inputs = randomInputs(data, seed);
      expect(checkInputs(inputs, data)).toEqual([]);
      const written = await readWorkbook(await write(inputs));
      expect([seed, ...compare(written, estimate(inputs, data))]).toEqual([seed]);
    }
  });

  it("gives the same bytes twice", async () => {
    expect(Buffer.from(await write(start)).equals(Buffer.from(bytes))).toBe(true);
  });

  it(
    "worked out again by LibreOffice for 50 sets of inputs agrees with the engine to the penny",
    { timeout: 400_000 },
    async (context) => {
      const soffice = requireTool("soffice", context);
      const cases = Array.from({ length: 50 }, (_, index) => randomInputs(data, 100 + index));
      const files = new Map(
        cases.map((inputs, index) => [`case${index}.xlsx`, patchWorkbook(bytes, typed(inputs))] as const),
      );
      const read = await recalculate(soffice, files);
      const wrong = cases.flatMap((inputs, index) =>
        compare(read.get(`case${index}.xlsx`)!, estimate(inputs, data)).map((one) => `case ${index}: ${one}`),
      );
      expect(wrong.slice(0, 20)).toEqual([]);
    },
  );

  it("says what to mend in place of a number", async (context) => {
    const soffice = requireTool("soffice", context);
    const faults: Readonly<Record<string, Record<string, string | number | null>>> = {
      "no-imgs.xlsx": { "Inputs!B5": 0 },
      "words-for-imgs.xlsx": { "Inputs!B5": "many" },
      "words-for-intakes.xlsx": { "Inputs!B6": "some" },
      "part-of-an-img.xlsx": { "Inputs!B5": 1.5 },
      "no-pension.xlsx": { "Inputs!B8": null },
      "zone-alone.xlsx": { "Inputs!B21": "inner London" },
      "negative-hours.xlsx": { "Calculation!K6": -3 },
      "unknown-pay-point.xlsx": { "Calculation!H6": "band99.top" },
      "words-for-hours.xlsx": { "Calculation!J6": "three" },
      "other-answer.xlsx": { "Components!D6": "maybe" },
    };
    const files = new Map(
      Object.entries(faults).map(([name, changes]) => [name, patchWorkbook(bytes, changes)] as const),
    );
    const read = await recalculate(soffice, files);
    for (const name of files.keys()) {
      const summary = numbersOf(read.get(name)!, "Summary");
      expect([name, summary.get("A year")?.slice(0, 3)]).toEqual([name, Array(3).fill("mend the inputs")]);
      const text = JSON.stringify([...numbersOf(read.get(name)!, "Cohort size")]);
      expect(text).not.toMatch(/#|Err:|NaN/);
    }
  });
});
