import { capitalise } from "../../charts/wording.js";
import { formatNumber } from "../../core/format.js";
import { chooseInterval } from "../../stats/policy/choose-interval.js";
import type { DataKind, IntervalQuestion } from "../../stats/policy/choose-interval.js";
import type { Block, TableCell } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { isCosted } from "../study-scope.js";
import { left, textCell } from "../tables/cells.js";

interface KindOfNumber {
  readonly words: string;
  readonly kind: DataKind;
  /** Measures of results that have this interval. */
  readonly measures: readonly string[];
  /** Whether it is of one group of people, or pooled over Trusts. */
  readonly pooled: boolean;
}

const kinds: readonly KindOfNumber[] = [
  {
    words: "Share of one Trust or joined Trusts",
    kind: "proportion",
    measures: ["coverage", "response", "item", "outcome"],
    pooled: false,
  },
  {
    words: "Share over all Trusts",
    kind: "pooled proportion",
    measures: ["coverage", "response", "item", "outcome"],
    pooled: true,
  },
  { words: "Mean score of one Trust or joined Trusts", kind: "score", measures: ["scale"], pooled: false },
  { words: "Mean change of one Trust or joined Trusts", kind: "change", measures: ["change"], pooled: false },
  {
    words: "Mean score or change over all Trusts",
    kind: "pooled mean",
    measures: ["scale", "change"],
    pooled: true,
  },
  {
    words: "Days to a milestone, as if people of one Trust were not alike",
    kind: "time to event",
    measures: ["milestone"],
    pooled: false,
  },
];

const small = { one: { n: 6 }, pooled: { n: 36, clusters: 6 } };
const large = { one: { n: 30 }, pooled: { n: 95, clusters: 6 } };

/** Which interval goes with which number, why, and how often such intervals held the true value in simulation. */
export function intervalTable(input: ReportInput): readonly Block[] {
  const { study, released } = input;
  const severalTrusts = study.trusts.length > 1;
  const used = kinds.filter(
    ({ measures, pooled }) =>
      (severalTrusts || !pooled) &&
      released.results.some(
        (result) => result.kind === "estimate" && measures.includes(result.subject.measure),
      ),
  );
  if (used.length === 0) return [];
  const costs = chooseInterval({ kind: "costs of Trusts", n: 0 });
  return [
    ...paragraph(
      say`The table names the interval of each kind of number. In simulations, 95% intervals were worked out many times where the true value is known.`,
      say`The last two columns give the share of them that held it, from the least to the most favourable data tried.`,
    ),
    {
      kind: "table",
      id: "intervals-used",
      caption: "Intervals, and how often they held the true value in simulation",
      description: `Small: 6 people${severalTrusts ? ", or 36 people in 6 Trusts" : ""}. Larger: 30 people${severalTrusts ? ", or 95 people in 6 Trusts" : ""}. 95% was asked for.${severalTrusts ? " ICC: how alike people of one Trust were, from 0." : ""}`,
      columns: ["Number", "Interval", "Data tried", "Held it, small", "Held it, larger"].map(left),
      rows: used.map(rowOf),
      notes: [
        ...new Set(used.flatMap(reasonOf)),
        ...(severalTrusts && isCosted(study) && costs.kind === "noInterval"
          ? [`Costs have no interval: ${costs.reason}. Shown instead: ${costs.instead}.`]
          : []),
      ],
    },
  ];
}

function rowOf({ words, kind, pooled }: KindOfNumber): readonly TableCell[] {
  const questions = [small, large].map((size): IntervalQuestion => ({
    kind,
    ...(pooled ? size.pooled : size.one),
  }));
  const choices = questions.map(chooseInterval);
  return [words, nameOf(choices[0]!), dataTried(choices[0]!), ...choices.map(heldIn)].map((text) =>
    textCell(capitalise(text)),
  );
}

function reasonOf({ kind, pooled }: KindOfNumber): readonly string[] {
  const choice = chooseInterval({ kind, ...(pooled ? small.pooled : small.one) });
  return choice.kind === "interval" ? [`${capitalise(nameOf(choice))}: ${choice.reason}.`] : [];
}

type Choice = ReturnType<typeof chooseInterval>;

/** The method as the rest of the report names it. */
function nameOf(choice: Choice): string {
  if (choice.kind !== "interval") return "none";
  return choice.method.replace("Wilson score", "Wilson").replace("random effects", "random-effects mean");
}

function heldIn(choice: Choice): string {
  if (choice.kind !== "interval" || choice.coverage.kind === "unavailable") return "not simulated";
  const { low, high } = choice.coverage;
  const percent = (share: number) => `${formatNumber(100 * share)}%`;
  return percent(low) === percent(high) ? percent(low) : `${percent(low)} to ${percent(high)}`;
}

/** What was drawn; how alike people of one Trust were comes last. */
function dataTried(choice: Choice): string {
  if (choice.kind !== "interval" || choice.coverage.kind === "unavailable") return "none";
  return choice.coverage.distributions.join("; ");
}
