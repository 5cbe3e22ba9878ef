import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/ingest/formats/index.js";
import { ingest } from "../../src/ingest/ingest.js";
import { validate } from "../../src/validate/validate.js";
import { csvOf, memoryFolder, smallStudy, survey } from "./small-study.js";

const headings = fc.constantFrom(
  ...[
    "ID",
    "Start time",
    "Completion time",
    "Timestamp",
    "URN",
    "StartDate",
    "EndDate",
    "Finished",
    "Status",
  ],
  ...["link_code", "start_date", "settle_1", "Q9_1", "Q9 - Buddy", "helpers", "best", "", "Email"],
);
const cells = fc.oneof(
  fc.constantFrom("", "1", "5", "Agree", "Buddy;HR;", "05/04/2026", "True", "AB12", '{"ImportId":"x"}'),
  fc.string(),
);
const tables = fc
  .array(headings, { minLength: 1, maxLength: 6 })
  .chain((header) =>
    fc
      .array(fc.array(cells, { maxLength: header.length + 1 }), { maxLength: 6 })
      .map((rows) => [header, ...rows] as const),
  );

describe("whatever a file holds", () => {
  it("bytes become tables or issues, never an exception", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("csv", "xlsx"),
        async (bytes, ending) => {
          const file = `survey/a.${ending}`;
          const study = smallStudy([survey(file)]);
          const { tables, issues } = await ingest(study, memoryFolder({ [file]: bytes }));
          expect(tables.length + issues.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("tables are read and checked by every format without an exception, and no filled row is lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(...formats.map((format) => format.id)),
        async (rows, dialect) => {
          const source = survey("survey/a.csv", { dialect: dialect as "plain" });
          const study = smallStudy([source]);
          const read = await ingest(study, memoryFolder({ "survey/a.csv": csvOf(rows) }));
          const { surveys } = validate(study, read.tables, new Map());
          for (const { table, answers } of surveys) {
            for (const column of table.columns) expect(column.values).toHaveLength(table.rows.length);
            for (const answer of answers.values()) expect(answer).toHaveLength(table.rows.length);
            const first = Math.min(...table.rows, ...table.leftOut.flatMap((each) => each.rows));
            const filled = rows.flatMap((cells, index) =>
              index + 1 >= first && cells.some((cell) => cell.trim() !== "") ? [index + 1] : [],
            );
            const told = [...table.rows, ...table.leftOut.flatMap((each) => each.rows)].sort((a, b) => a - b);
            expect(told).toEqual(filled);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
