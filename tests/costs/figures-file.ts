import { readFileSync } from "node:fs";
import { readFigures, type Figure } from "../../src/costs/figures.js";

/** Rows of the shipped pay file, which holds no quotation marks (a test says so). */
export const payRows: readonly (readonly string[])[] = readFileSync("data/pay/pay-and-on-costs.csv", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

export const shippedFigures: readonly Figure[] = readFigures(payRows);
