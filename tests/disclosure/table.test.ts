import { describe, expect, it } from "vitest";
import { hideInTable } from "./count-table.js";

describe("hideInTable(table, primary, width)", () => {
  it("holds back the four corners of the rectangle with the fewest people", () => {
    const cells = [
      [2, 40, 9],
      [40, 20, 30],
      [11, 30, 25],
    ];
    expect(hideInTable({ cells }, ["cell/0/0"], 3)).toEqual(["cell/0/2", "cell/2/0", "cell/2/2"]);
  });

  it("one cell more is not enough: two in a line are told by their columns", () => {
    const cells = [
      [2, 9],
      [9, 9],
    ];
    expect(hideInTable({ cells }, ["cell/0/0"], 1)).toHaveLength(3);
  });

  it("two people, one in each of two cells of a line, can each tell the other: a third goes", () => {
    const cells = [
      [1, 1, 12],
      [15, 14, 20],
    ];
    const primary = ["cell/0/0", "cell/0/1"];
    expect(hideInTable({ cells }, [...primary, "cell/1/0", "cell/1/1"], 3).length).toBeGreaterThan(0);
  });
});
