import { slug } from "../../src/core/result.js";
import type { Estimate, Interval, Result, Subject } from "../../src/core/result.js";
import type { Released } from "../../src/disclosure/released.js";
import { studySchema } from "../../src/study/schema.js";
import type { Component, Study } from "../../src/study/study.js";
import type { Category, Variable } from "../../src/study/variable.js";

const components: readonly Component[] = (
  [
    ["PRE-01", "pre-arrival", "Named contact and welcome information sent before travel"],
    ["PAS-01", "welcome and pastoral", "Help finding somewhere to live"],
    ["PAS-02", "welcome and pastoral", "Help opening a bank account"],
    ["PRO-01", "professional practice", "Trust induction"],
    ["PRO-02", "professional practice", "Departmental induction"],
    ["PRO-03", "professional practice", "Shadowing before working independently"],
    ["PRO-07", "professional practice", "Duties, supervision and how to get senior help"],
    ["IT-01", "IT and records", "Working IT log-ins before the first shift"],
    ["IT-02", "IT and records", "Training in electronic patient records and prescribing"],
    ["COM-01", "language and communication", "Communication skills for UK practice"],
    ["COM-03", "language and communication", "Cultural differences in UK practice"],
    ["ENB-01", "enablers", "A buddy"],
    ["ENB-02", "enablers", "A mentor"],
    ["ENB-03", "enablers", "Supervision with an early first meeting"],
    ["HR-01", "HR", "HR checklist completed"],
  ] as const
).map(([id, strand, label]) => ({ id, strand, label, phase: "week 1", basis: "a public description" }));

const settling = [
  ["settle_home", "I feel settled where I live", false],
  ["settle_welcome", "I feel welcome in my team", false],
  ["settle_isolated", "I often feel alone or isolated", true],
  ["settle_whom", "I know whom to ask about everyday life here", false],
  ["settle_doubt", "I have doubted my decision to come and work here", true],
  [
    "settle_daily",
    "I can manage everyday matters such as money, travel, bills, council tax and letters from official bodies",
    false,
  ],
] as const;

const milestoneLabels = ["Working IT log-ins", "Bank account open", "Long-term accommodation"] as const;

/** A study of some Trusts, one letter each, with everything that charts read. */
export function makeStudy(codes = "ABCDEF"): Study {
  const declared = studySchema.parse({
    format: 1,
    study: { id: "made-up", title: "Made-up study", synthetic: true, img_definition: "as declared" },
    design: "pre-post-linked",
    period: { from: "2026-04-01", to: "2026-12-31" },
    trusts: [...codes].map((code) => ({ code, label: `Trust ${code}` })),
    waves: [
      { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
      { id: "month3", label: "Month 3", from: "2026-06-20", to: "2026-09-30" },
    ],
    sources: [{ file: "cohort.csv", kind: "cohort" }],
    scales: [
      { id: "settling", label: "Settling in", aim: "settling-in" },
      { id: "confidence", label: "Confidence at work", aim: "effectiveness" },
    ],
    comparisons: [
      { scale: "confidence", from: "arrival", to: "month3" },
      { scale: "settling", from: "arrival", to: "month3", primary: true },
    ],
    costing: { price_year: "2026/27", pension: "paid-by-trust" },
    disclosure: { profile: "pilot" },
    report: { title: "Report", programme: "A programme", ethics: "None", funding: "None" },
  });
  return { ...declared, variables: makeVariables(), components, benchmarks: [], narrative: {} };
}

function makeVariables(): readonly Variable[] {
  const suffix = (component: Component) => component.id.toLowerCase().replace("-", "_");
  return [
    ...settling.map(([name, question, reverse]) =>
      variable({
        name,
        question,
        reverse,
        label: question,
        role: "item",
        scale: "settling",
        waves: ["arrival", "month3"],
        categories: answers("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"),
      }),
    ),
    ...milestoneLabels.map((label, index) =>
      variable({
        name: `days_${index + 1}`,
        label,
        role: "milestone",
        type: "number",
        sensitivity: "service",
      }),
    ),
    ...components.map((component) =>
      variable({
        name: `received_${suffix(component)}`,
        label: component.label,
        role: "received",
        component: component.id,
        categories: answers("No", "Partly", "Yes"),
        sensitivity: "service",
      }),
    ),
    ...components.map((component) =>
      variable({
        name: `useful_${suffix(component)}`,
        label: component.label,
        role: "useful",
        component: component.id,
        categories: answers("Not at all", "Slightly", "Moderately", "Very", "Extremely"),
      }),
    ),
  ];
}

function variable(given: Partial<Variable> & Pick<Variable, "name" | "label" | "role">): Variable {
  return {
    question: given.label,
    headings: [],
    type: "single",
    waves: ["month3"],
    scale: null,
    reverse: false,
    component: null,
    categories: [],
    minimum: null,
    maximum: null,
    missing: {},
    notYet: [],
    sensitivity: "opinion",
    required: false,
    ...given,
  };
}

function answers(...labels: string[]): readonly Category[] {
  return labels.map((label, index) => ({ code: index + 1, label }));
}

/** What an estimate says besides its number. */
export interface Given {
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly prediction?: readonly [low: number, high: number];
  readonly n?: number;
  readonly precision?: number;
  readonly subject?: Partial<Subject>;
}

/** A released estimate: a proportion unless it is told otherwise. */
export function estimate(id: string, value: number, given: Given = {}): Estimate {
  const { unit = "proportion", low, high, n = 120, precision = 0.01 } = given;
  const limits = (from: number, to: number, kind: Interval["kind"]): Interval => ({
    low: from,
    high: to,
    level: 0.95,
    method: "made up",
    kind,
  });
  return {
    kind: "estimate",
    ...about(id, unit, given.subject),
    estimate: value,
    interval: low === undefined || high === undefined ? null : limits(low, high, "confidence"),
    ...(low === undefined ? { noInterval: "a count of all, not a sample" } : {}),
    ...(given.prediction ? { prediction: limits(...given.prediction, "prediction") } : {}),
    n,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    precision,
  };
}

/** The same result as the gate hands it on when it is held back. */
export function suppressed({ id, unit, subject }: Result): Result {
  return { kind: "suppressed", ...about(id, unit, subject), reason: "held back" };
}

/** The same result when it could not be computed. */
export function unavailable({ id, unit, subject }: Result): Result {
  return { kind: "unavailable", ...about(id, unit, subject), reason: "nobody gave a usable answer" };
}

function about(id: string, unit: string, subject: Partial<Subject> = {}) {
  const made: Subject = { measure: id.split("/")[0]!, trusts: [], sensitivity: "service", ...subject };
  return { id, label: id, subject: made, unit, method: "made up", reference: "none" };
}

/** Groups of the example: Trusts A and B are joined. */
export const groups = [["A", "B"], ["C"], ["D"], ["E"], ["F"]] as const;
const slices = ["trusts-a+b", "trust-c", "trust-d", "trust-e", "trust-f"] as const;

/** A release of six Trusts in which every chart has something to draw. */
export function makeReleased(): Released {
  return {
    groups,
    results: [...flow(), ...coverage(), ...items(), ...changes(), ...milestones(), ...gaps(), ...costs()],
  };
}

function flow(): readonly Result[] {
  const people = { unit: "people", precision: 1 };
  return [
    estimate("flow/invited/pooled", 151, people),
    estimate("flow/answered-arrival/pooled", 131, people),
    estimate("flow/answered-month3/pooled", 124, people),
    estimate("flow/linked-arrival-to-month3/pooled", 96, people),
    estimate("response/arrival/pooled", 0.87),
    estimate("response/month3/pooled", 0.82),
    estimate("link-rate/arrival-to-month3/pooled", 0.77),
  ];
}

/** Every component has a share of its own in each slice; the steps are those of the gate. */
function coverage(): readonly Result[] {
  return components.flatMap(({ id }, row) => {
    const stem = `coverage/received-${id.toLowerCase()}/month3/yes`;
    const pooled = 0.97 - ((row * 13) % 67) / 100;
    const byTrust = slices.map((slice, column) => {
      const value = Math.min(1, Math.round((pooled + (((row + column * 3) % 5) - 2) * 0.08) * 20) / 20);
      return estimate(`${stem}/${slice}`, value, { n: 5 * (column + 3), precision: 0.05, low: 0.1, high: 1 });
    });
    return [...byTrust, estimate(`${stem}/pooled`, round(pooled), { low: 0.1, high: 1 })];
  });
}

function items(): readonly Result[] {
  return settling.flatMap(([name], row) =>
    ["arrival", "month3"].flatMap((wave, later) => {
      const low = 0.36 - row * 0.03 - later * 0.17;
      const middle = 0.24 - (row % 3) * 0.05;
      const stem = `item/${name.replace(/_/g, "-")}/${wave}`;
      const n = 130 - row - later * 7;
      return (
        [
          ["low", low],
          ["middle", middle],
          ["high", 1 - low - middle],
        ] as const
      ).map(([level, share]) =>
        estimate(`${stem}/${level}/pooled`, round(share), { n, low: 0.01, high: 0.99 }),
      );
    }),
  );
}

function changes(): readonly Result[] {
  const unit = "points 0-100";
  const rows = {
    settling: [14, 18, 11, 16, 13],
    confidence: [21, 15, 24, 6, 19],
  };
  return Object.entries(rows).flatMap(([scale, means]) => {
    const stem = `change/${scale}/arrival-to-month3`;
    const byTrust = means.map((mean, column) => {
      const half = 9 - column;
      const interval = { low: mean - half, high: mean + half };
      return estimate(`${stem}/${slices[column]}`, mean, {
        unit,
        precision: 1,
        n: 10 + column * 5,
        ...interval,
      });
    });
    const pooled = { unit, precision: 0.1, n: 96, low: 10.6, high: 18.2, prediction: [4.9, 23.9] } as const;
    return [...byTrust, estimate(`${stem}/pooled`, 14.4, pooled)];
  });
}

function milestones(): readonly Result[] {
  const shares = [
    [0.14, 0.45, 0.78, 0.93, 0.97, 0.99, 0.99, 1, 1],
    [0, 0.02, 0.11, 0.34, 0.55, 0.7, 0.87, 0.94, 0.98],
    [0, 0, 0.02, 0.09, 0.2, 0.33, 0.55, 0.71, 0.9],
  ];
  const days = [1, 3, 7, 14, 21, 28, 42, 56, 84];
  return shares.flatMap((curve, index) =>
    curve.map((share, place) => {
      const interval = { low: round(Math.max(0, share - 0.08)), high: round(Math.min(1, share + 0.07)) };
      return estimate(`milestone/days-${index + 1}/day-${days[place]}/pooled`, share, {
        n: 118,
        ...interval,
      });
    }),
  );
}

function gaps(): readonly Result[] {
  return components.flatMap(({ id }, row) => {
    const provided = 0.98 - ((row * 17) % 53) / 100;
    const useful = 0.94 - ((row * 7) % 41) / 100;
    const stem = `gap/${id.toLowerCase()}`;
    return [
      estimate(`${stem}/provided/pooled`, round(provided), { n: 122 - row, low: 0.2, high: 1 }),
      estimate(`${stem}/useful/pooled`, round(useful), { n: 90 - row, low: 0.2, high: 1 }),
    ];
  });
}

function costs(): readonly Result[] {
  const unit = "GBP 2026/27 per IMG inducted";
  const categories = [
    ["staff time", 2310],
    ["premises", 90],
    ["materials", 120],
    ["travel and accommodation", 310],
    ["catering", 40],
    ["licences and equipment", 150],
    ["other", 30],
    ["IMG supernumerary time", 3480],
  ] as const;
  const byCategory = categories.flatMap(([item, pounds]) => {
    const stem = `cost/category/${item.toLowerCase().replace(/ /g, "-")}`;
    const subject = { item };
    const money = { unit, precision: 10, subject };
    return [
      ...slices.map((slice, column) =>
        estimate(`${stem}/${slice}`, Math.round((pounds * (1.6 - column * 0.2)) / 10) * 10, {
          ...money,
          n: 1,
        }),
      ),
      estimate(`${stem}/pooled`, pounds, { ...money, n: 6 }),
    ];
  });
  const perImg = [6530, 11140, 8990, 7120, 6010, 4980].map((pounds, index) =>
    estimate(`cost/per-img/inducted/with-supernumerary/${["pooled", ...slices][index]}`, pounds, {
      unit,
      precision: 10,
    }),
  );
  const sizes = [5, 10, 15, 20, 30, 40, 50, 60];
  const curve = sizes.flatMap((size, index) => [
    estimate(`cost/curve/n-${size}/with-supernumerary`, 5210 + 20 * Math.round(1700 / size), {
      unit,
      precision: 10,
    }),
    estimate(`cost/curve/n-${size}/without-supernumerary`, 1730 + 20 * Math.round(1700 / size), {
      unit,
      precision: 10,
    }),
    ...(index === 0
      ? []
      : (["with", "without"] as const).map((pay) =>
          estimate(
            `cost/curve/between/n-${sizes[index - 1]!}-and-${size}/${pay}-supernumerary`,
            pay === "with" ? 5210 : 1730,
            { unit, precision: 10 },
          ),
        )),
  ]);
  const oneWay = [
    ["IMGs' own supernumerary pay", 3050, 6530],
    ["Hours that pay is spread over", 6530, 7810],
    ["Pay points of staff", 6310, 7140],
    ["Hours of staff", 6280, 6780],
    ["Amounts: catering", 6520, 6540],
  ] as const;
  const single = oneWay.map(([label, low, high]) => ({
    ...estimate(`cost/one-way/${slug(label)}`, 6530, { unit, precision: 10, low, high }),
    label,
    method: "as declared",
  }));
  return [...byCategory, ...perImg, ...curve, ...single];
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
