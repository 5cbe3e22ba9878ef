import { wholeStudy } from "../../charts/shown-slices.js";
import { capitalise, inSentence } from "../../charts/wording.js";
import { formatNumber, formatP } from "../../core/format.js";
import type { Result, Test } from "../../core/result.js";
import { findEstimate, findResult } from "../../disclosure/released.js";
import type { Scale } from "../../study/study.js";
import type { Block, Inline, TableBlock, TableCell } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say, under } from "../say.js";
import { left, resultCell, right, supportCells, supportColumns, textCell } from "../tables/cells.js";
import { measureTable } from "../tables/measure-table.js";
import type { MeasureLine } from "../tables/measure-table.js";
import { declaredChanges } from "../tables/scale-table.js";
import type { DeclaredChange } from "../tables/scale-table.js";
import { nonResponseBlocks, weightingBlocks } from "./non-response.js";
import type { ReportSection } from "./section.js";

/** Whether the main findings depend on a choice of method, on missing answers, or on who answered. */
export const sensitivity: ReportSection = {
  id: "sensitivity",
  heading: "How firm the findings are",
  blocks: (input) => [
    ...under("sensitivity-tests", "Tests of the declared changes", testBlocks(input)),
    ...under("sensitivity-ways", "The changes worked out in other ways", otherWays(input)),
    ...under("sensitivity-trusts", "How far Trusts differ", heterogeneityBlocks(input)),
    ...under("sensitivity-non-response", "People who did not answer", nonResponseBlocks(input)),
    ...under("sensitivity-weighting", "Weighted to everyone invited", weightingBlocks(input)),
  ],
};

interface TestedChange {
  readonly scale: Scale;
  readonly change: DeclaredChange;
  readonly result: Result;
  /** Null where the change is held back. */
  readonly test: Test | null;
}

function testedChanges(input: ReportInput): readonly TestedChange[] {
  return input.study.scales.flatMap((scale) =>
    declaredChanges(input, scale).flatMap((change): readonly TestedChange[] => {
      const result = findResult(input.released, change.id(wholeStudy(input.study).slug));
      if (result?.kind === "suppressed") return [{ scale, change, result, test: null }];
      return result?.kind === "estimate" && result.test ? [{ scale, change, result, test: result.test }] : [];
    }),
  );
}

function testBlocks(input: ReportInput): readonly Block[] {
  const tested = testedChanges(input);
  if (tested.every(({ test }) => test === null)) return [];
  const adjustments = [...new Set(tested.flatMap(({ test }) => test?.adjusted?.method ?? []))];
  return [
    ...paragraph(
      say`p is the chance of a mean change at least this far from zero, if the true mean change were zero.`,
      say`It does not say how useful a change is, nor what brought it about. The interval comes first.`,
      say`The tests use the Trusts' means. People of one Trust are never counted as if they were independent.`,
      adjustments.length > 0
        ? say`Among many tests some come out far from zero by chance. So p of outcomes tested together is also adjusted (${adjustments.join(", ")}).`
        : [],
    ),
    testTable(input, tested),
  ];
}

function testTable(input: ReportInput, tested: readonly TestedChange[]): TableBlock {
  const isAdjusted = tested.some(({ test }) => test?.adjusted);
  return {
    kind: "table",
    id: "tests-of-change",
    caption: "Mean change over all Trusts, and test of no change",
    description: "Points from 0 to 100. p is two-sided.",
    columns: [
      left("Outcome"),
      left("Declared as"),
      right("Mean change"),
      ...supportColumns(input.study),
      left("Test"),
      right("p"),
      ...(isAdjusted ? [right("p, adjusted")] : []),
    ],
    rows: tested.map(({ scale, change, result, test }): readonly TableCell[] => [
      textCell(`${scale.label}, ${inSentence(change.from.label)} to ${inSentence(change.to.label)}`),
      textCell(change.primary ? "primary" : "secondary"),
      resultCell(result),
      ...supportCells(result),
      ...(test === null
        ? [resultCell(result), resultCell(result), ...(isAdjusted ? [resultCell(result)] : [])]
        : [
            textCell(printTest(test)),
            pCell(test),
            ...(isAdjusted ? [test.adjusted ? pCell(test.adjusted) : notAdjusted] : []),
          ]),
    ]),
    notes: [...new Set(tested.flatMap(({ test }) => (test ? `Test: ${test.method}.` : [])))],
  };
}

const notAdjusted: TableCell = { kind: "unavailable", shorthand: "z", reason: "tested on its own" };

function printTest({ statistic, df }: Test): string {
  const value = formatNumber(statistic, 1);
  return df === undefined
    ? value
    : `t\u00a0=\u00a0${value}, df\u00a0=\u00a0${formatNumber(df, Number.isInteger(df) ? 0 : 1)}`;
}

function pCell(test: Pick<Test, "pValue" | "below">): TableCell {
  const text = formatP(test);
  return test.below ? textCell(text) : { kind: "number", value: test.pValue, text, format: "0.000" };
}

function otherWays(input: ReportInput): readonly Block[] {
  const blocks = input.study.scales.flatMap((scale) =>
    declaredChanges(input, scale).flatMap((change) => wayTable(input, scale, change)),
  );
  if (blocks.length === 0) return [];
  return [
    ...paragraph(
      say`A finding that holds in each of these ways does not hang on these choices. Numbers of the other ways are rounded to whole points.`,
      say`Where missing answers take the mean of others, the interval is a little too narrow.`,
    ),
    ...blocks,
  ];
}

const rules = ["every-item", "any-item", "item-mean"];
const poolings = ["paule-mandel", "dersimonian-laird", "trust-means", "people"];

function wayTable(input: ReportInput, scale: Scale, change: DeclaredChange): readonly Block[] {
  const { slug } = wholeStudy(input.study);
  const stem = `sensitivity/${scale.id}/${change.from.id}-to-${change.to.id}`;
  const line = (level: string): readonly MeasureLine[] => {
    const id = `${stem}/${level}/${slug}`;
    const result = input.released.results.find((one) => one.id === id);
    return result ? [{ label: capitalise(wayOf(result.label)), ids: [id] }] : [];
  };
  const lines = [...rules, ...poolings].flatMap(line);
  if (lines.length === 0) return [];
  const table = measureTable(input, {
    id: `${scale.id}-${change.from.id}-to-${change.to.id}-other-ways`,
    caption: `${scale.label}: mean change from ${inSentence(change.from.label)} to ${inSentence(change.to.label)}, worked out in other ways`,
    description: "Points from 0 to 100, over all Trusts; other ways rounded to whole points.",
    headings: ["Way"],
    measures: [{ heading: "Mean change", beside: "interval and n" }],
    lines: [{ label: "As declared", ids: [change.id(slug)] }, ...lines],
    cautions: false,
  });
  return [...table, ...paragraph(tellSignFlip(input, `${stem}/sign-flip/${slug}`))];
}

/** Labels of these results end with what is done in another way, after the last colon. */
function wayOf(label: string): string {
  return label.slice(label.lastIndexOf(": ") + 2);
}

function tellSignFlip(input: ReportInput, id: string): readonly Inline[] {
  const result = findEstimate(input.released, id);
  if (!result?.test) return [];
  return say`The exact test that changes the signs of the Trusts' means: p ${result.test.below ? "" : "= "}${{ kind: "value", result: id, text: formatP(result.test) }} (${result.test.method}).`;
}

/** The spread of the Trusts' true changes, a line a declared change; nothing for one Trust. */
function heterogeneityBlocks(input: ReportInput): readonly Block[] {
  const { slug } = wholeStudy(input.study);
  const lines = input.study.scales.flatMap((scale) =>
    declaredChanges(input, scale).flatMap((change): readonly MeasureLine[] => {
      const stem = `heterogeneity/${scale.id}/${change.from.id}-to-${change.to.id}`;
      const label = `${scale.label}, ${inSentence(change.from.label)} to ${inSentence(change.to.label)}`;
      return [
        { label, more: ["Standard deviation, in points"], ids: [`${stem}/between-trusts/${slug}`] },
        { label, more: ["I-squared"], ids: [`${stem}/i-squared/${slug}`] },
      ];
    }),
  );
  const table = measureTable(input, {
    id: "between-trusts",
    caption: "Spread of the change between Trusts",
    description:
      "Standard deviation in points, from 0; I-squared in per cent. Rounded to whole points, and to 5%.",
    headings: ["Outcome", "Measure"],
    measures: [{ heading: "Value", beside: "interval and n" }],
    lines,
    cautions: false,
  });
  if (table.length === 0) return [];
  return [
    ...paragraph(
      say`Trusts may truly differ in their mean change. The standard deviation says by how much, in points.`,
      say`I-squared is the share of the differences seen between Trusts that chance within Trusts does not explain.`,
      say`Few Trusts say little about either, so the intervals are wide.`,
    ),
    ...table,
  ];
}
