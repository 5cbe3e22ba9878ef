import { describe, expect, it } from "vitest";
import { buildDataset } from "../../src/dataset/build-dataset.js";
import type { Dataset } from "../../src/dataset/dataset.js";
import type { Study } from "../../src/study/study.js";
import { numbered, smallStudy, variable, variables } from "../ingest/small-study.js";
import { checkFiles, findingsOf } from "./check-files.js";

const firstPost = variable("first_post", {
  label: "First NHS post",
  role: "group",
  categories: numbered(["No", "Yes"]),
});
const eligible = (ineligible: "report" | "leave-out" | "refuse"): Partial<Study> => ({
  variables: [...variables, firstPost],
  eligibility: { answers: [{ variable: "first_post", codes: [2] }], started_in_period: true, ineligible },
});
const surveys = {
  "A arrival": [
    ["link_code", "start_date", "first_post"],
    ["AB12", "2026-04-05", "Yes"],
    ["CD34", "2026-04-05", "No"],
    ["EF56", "2026-03-31", "Yes"],
    ["GH78", "", ""],
  ],
};

describe("not-eligible", () => {
  it("tells of another answer and of a start outside the period, at the cell, as serious as the study says", async () => {
    const found = await findingsOf("not-eligible", { surveys }, eligible("report"));
    expect(found).toMatchObject([
      {
        severity: "warning",
        at: { file: "survey/A-arrival.csv", row: 3, column: "first_post" },
        message: "not eligible: First NHS post: another answer; still counted",
        expected: "Yes",
      },
      {
        at: { row: 4, column: "start_date" },
        message: "not eligible: started outside the period; still counted",
      },
    ]);
    expect(await findingsOf("not-eligible", { surveys }, eligible("leave-out"))).toMatchObject([
      { severity: "note" },
      { severity: "note" },
    ]);
    expect(await findingsOf("not-eligible", { surveys }, eligible("refuse"))).toMatchObject([
      { severity: "error" },
      { severity: "error" },
    ]);
    expect(await findingsOf("date-out-of-period", { surveys }, eligible("report"))).toEqual([]);
  });

  it("says nothing where the study declares nothing", async () => {
    const undeclared = { variables: [...variables, firstPost] };
    expect(await findingsOf("not-eligible", { surveys }, undeclared)).toEqual([]);
    expect(await findingsOf("date-out-of-period", { surveys }, undeclared)).toHaveLength(1);
  });

  it("are left out of the dataset with a counted reason, only when declared; nobody for a missing answer", async () => {
    const built = async (ineligible: "report" | "leave-out") => {
      const read = await checkFiles({ surveys }, eligible(ineligible));
      return buildDataset(smallStudy([], eligible(ineligible)), read.surveys, read.leftOut);
    };
    const out = await built("leave-out");
    expect(out.responses.map(({ row }) => row)).toEqual([2, 5]);
    expect(out.leftOut).toEqual([
      { trust: "A", wave: "arrival", reason: "not eligible (First NHS post: another answer)", count: 1 },
      { trust: "A", wave: "arrival", reason: "not eligible (started outside the period)", count: 1 },
    ]);
    expect((await built("report")).responses).toHaveLength(4);
  });

  it("are left out at the wave that did not ask again, under the same code of the same Trust, where the study is linked", async () => {
    const asked = { ...firstPost, waves: ["arrival"] };
    const both = {
      "A arrival": surveys["A arrival"],
      "A month3": [["link_code"], ["AB12"], ["cd 34"], ["ZZ99"]],
      "B month3": [["link_code"], ["CD34"]],
    };
    const built = async (design: Study["design"]) => {
      const more = { ...eligible("leave-out"), variables: [...variables, asked], design };
      const read = await checkFiles({ surveys: both }, more);
      return buildDataset(smallStudy([], more), read.surveys, read.leftOut);
    };
    const rowsAt = (data: Dataset, trust: string) => data.responsesOf(trust, "month3").map(({ row }) => row);
    const linked = await built("pre-post-linked");
    expect(rowsAt(linked, "A")).toEqual([2, 4]);
    expect(rowsAt(linked, "B")).toEqual([2]);
    expect(linked.leftOut.filter(({ wave }) => wave === "month3")).toEqual([
      {
        trust: "A",
        wave: "month3",
        reason: "not eligible by another survey (First NHS post: another answer)",
        count: 1,
      },
    ]);
    expect(rowsAt(await built("pre-post-unlinked"), "A")).toEqual([2, 3, 4]);
  });

  it("are judged by the answer that counts, where someone answered twice", async () => {
    const twice = {
      "A arrival": [
        ["link_code", "start_date", "first_post"],
        ["AB12", "2026-04-05", "No"],
        ["AB12", "2026-04-05", "Yes"],
        ["CD34", "2026-04-05", "Yes"],
        ["CD34", "2026-04-05", "No"],
      ],
    };
    const read = await checkFiles({ surveys: twice }, eligible("leave-out"));
    const { responses, leftOut } = buildDataset(
      smallStudy([], eligible("leave-out")),
      read.surveys,
      read.leftOut,
    );
    expect(responses.map(({ row }) => row)).toEqual([3]);
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["not eligible (First NHS post: another answer)", 1],
      ["answered more than once", 2],
    ]);
  });
});
