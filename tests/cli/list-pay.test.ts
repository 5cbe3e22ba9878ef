import { describe, expect, it } from "vitest";
import { figureId } from "../../src/costs/figure-id.js";
import { shippedFigures } from "../costs/figures-file.js";
import { runCli } from "./run-cli.js";

describe("list pay", async () => {
  const { out } = await runCli("list", "pay", "--json");
  const entries = JSON.parse(out) as { id: string; label: string; about: string }[];

  it("names every figure as study.yaml signs it off, with its value and confidence", () => {
    const all = entries.map(({ id, about }) => `${id}\n${about}`).join("\n");
    for (const figure of shippedFigures) expect(all).toContain(figureId(figure));
    expect(entries.find(({ id }) => id === "working_time study_leave 2026/27")).toMatchObject({
      label: "Study leave, 2026/27",
      about: "0 days/year from 2026-04-01 to 2027-03-31, confidence C",
    });
    expect(entries.find(({ id }) => id === "discount_rate standard.0-30y 2026")!.about).toBe(
      "0.035 fraction/year from 2026-02-01, confidence A",
    );
  });

  it("gives a pay point the name that a cost return gives it", () => {
    const points = entries.filter(({ id }) => id === "band6.top");
    expect(points.map(({ label }) => label.split(", ")[1])).toEqual([
      "2022/23",
      "2023/24",
      "2024/25",
      "2025/26",
      "2026/27",
    ]);
  });
});
