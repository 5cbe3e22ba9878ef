import { slug } from "../../src/core/result.js";
import type { Estimate, Interval, Result, Subject } from "../../src/core/result.js";
import { approvalDays } from "../../src/disclosure/quotations.js";
import type { Released } from "../../src/disclosure/released.js";
import type { FigureBlock } from "../../src/report/document.js";
import type { ReportInput } from "../../src/report/report-input.js";
import type { Study } from "../../src/study/study.js";
import type { Role, Variable } from "../../src/study/variable.js";

/** A made-up study of three Trusts, with every role and every part of a report; A and B are shown together. */
export function composeInput(change: Partial<ReportInput> = {}): ReportInput {
  const study = composeStudy();
  return {
    study,
    released: {
      results: composeResults(),
      groups: [["A", "B"], ["C"]],
      quotations: study.quotations.map(({ words, attribution }) => ({ words, attribution })),
      quotationsApproved: approvalDays(study)!,
    },
    figures: [],
    verification: {
      closedForm: 1e-10,
      iterative: 1e-7,
      allMethods: 100,
      families: [{ label: "Proportions", methods: 3, cases: 40, values: 300, references: ["R 4.2.2"] }],
    },
    methods: [
      {
        id: "response",
        label: "Response",
        about: "People who answered, of those invited.",
        reference: "Eysenbach 2004",
      },
    ],
    disclosure: {
      profile: "pilot",
      source: "own profile",
      release: "written",
      rules: ["No number rests on too few people.", "Free text is never shown."],
      joined: ["Trusts A and B"],
      joinedLevels: [],
      unsplit: [],
      answers: [],
      heldBack: 7,
    },
    rates: [
      rate("band6.top", "Band six, top point", 48117, "GBP/year"),
      rate("pension", "Pension that the Trust pays", 0.1438, "fraction of pensionable pay"),
    ],
    costPeriods: ["A", "B", "C"].map((trust) => ({ trust, from: "2026-04-01", to: "2026-12-31" })),
    costFacts: {
      setUp: { treatment: "written-off" },
      ownRateTrusts: 1,
      highCostTrusts: 0,
      coversYear: false,
    },
    version: "9.9.9",
    ...change,
  };
}

export function composeStudy(change: Partial<Study> = {}): Study {
  return {
    format: 1,
    study: {
      id: "fixture",
      title: "A made-up study",
      synthetic: true,
      seed: 1,
      img_definition: "A doctor who qualified elsewhere.",
    },
    design: "pre-post-linked",
    period: { from: "2026-04-01", to: "2026-12-31" },
    trusts: ["A", "B", "C"].map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
    waves: [
      { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
      { id: "month3", label: "Month 3", from: "2026-07-01", to: "2026-09-30" },
    ],
    sources: [
      { file: "survey/a.csv", kind: "survey", trust: "A", wave: "arrival", reversed: [], not_asked: [] },
      { file: "costs/a.xlsx", kind: "cost-return", trust: "A" },
      { file: "cohort.csv", kind: "cohort" },
      { file: "hr.csv", kind: "hr", extracted: "2026-12-18" },
    ],
    duplicates: "latest-complete",
    scales: [
      { id: "settling", label: "Settling in", aim: "settling-in", minimum_answered: 0.5 },
      { id: "confidence", label: "Confidence at work", aim: "effectiveness", minimum_answered: 0.5 },
    ],
    comparisons: [
      { scale: "settling", from: "arrival", to: "month3", primary: true },
      { scale: "confidence", from: "arrival", to: "month3", primary: false },
    ],
    multiplicity: "holm",
    identifiers: "drop",
    checks: [],
    links_confirmed: [],
    quotations: [
      {
        file: "survey/a.csv",
        row: 7,
        variable: "best",
        words:
          "The best induction I have had, and it improved everything because of a large and strong team that led me to " +
          "ask whatever I did not know, day and night, for 12 weeks [...]",
        attribution: "A doctor new to the NHS",
        approved_by: "C. Chair",
        on: "2027-04-20",
      },
    ],
    subgroups: ["first_post"],
    standards: [
      {
        id: "shadowing",
        label: "Enough shadowing",
        variable: "shadow_days",
        at_least: 10,
        basis: "our choice",
      },
    ],
    milestone_days: [1, 7],
    hr: { months: 6 },
    confidence_level: 0.95,
    costing: {
      price_year: "2026/27",
      pension: "paid-by-trust",
      apprenticeship_levy: true,
      hours: "paid",
      prices: "price-year",
      own_rates: [],
      sign_off: [],
      perspective: "trust-economic",
      set_up: { treatment: "written-off" },
      headline: "inducted",
      cohort_sizes: [10, 40],
      uncertainty: {
        recorded: 0.05,
        estimated: 0.2,
        guessed: 0.5,
        draws: 1000,
        correlation_within_trust: 0.5,
        pay_point: true,
        ranges: [],
        staff_mix: [],
      },
      threshold: { pounds: 5_005, source: "the fixture" },
    },
    economics: {
      replacement_cost: { pounds: 12_345, source: "the fixture" },
      thresholds: { outcome: "settling", from: 0, to: 100, steps: 3, source: "the fixture" },
    },
    disclosure: { profile: "pilot", trust_costs: [] },
    report: {
      title: "A made-up study",
      subtitle: "For tests",
      authors: ["A. Author"],
      steering_group: ["C. Chair"],
      programme: "Three made-up Trusts ran a made-up induction.",
      ethics: "Nobody took part.",
      funding: "None.",
    },
    variables: composeVariables(),
    components: [
      {
        id: "PRO-01",
        strand: "professional practice",
        phase: "week 1",
        label: "Trust induction",
        basis: "a page",
      },
      { id: "ENB-01", strand: "enablers", phase: "week 1", label: "A buddy", basis: "a page" },
      { id: "HR-01", strand: "HR", phase: "week 1", label: "A checklist", basis: "a page" },
    ],
    benchmarks: [
      {
        id: "other",
        label: "Had shadowing elsewhere",
        value: 0.767,
        n: 300,
        year: "2024",
        study: "Another survey",
        link: "https://example.org/survey",
        aim: "coverage",
        note: "self-selected",
      },
    ],
    narrative: {},
    ...change,
  };
}

const agreement = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

function composeVariables(): readonly Variable[] {
  return [
    variable("link_code", "Link code", "link", { type: "code" }),
    variable("first_post", "First NHS post", "group", { labels: ["No", "Yes"] }),
    variable("settle_home", "Settled where I live", "item", { scale: "settling", labels: agreement }),
    variable("settle_alone", "Alone", "item", { scale: "settling", labels: agreement, reverse: true }),
    variable("conf_role", "Knowing my role", "item", { scale: "confidence", labels: agreement }),
    variable("setup_bank", "Bank account", "setup", { labels: ["No", "Yes"], waves: ["month3"] }),
    variable("setup_gp", "GP registration", "setup", { labels: ["No", "Yes"], waves: ["month3"] }),
    variable("days_login", "Working IT log-ins", "milestone", { type: "number", waves: ["month3"] }),
    variable("received_pro_01", "Trust induction", "received", part("PRO-01", ["No", "Partly", "Yes"])),
    variable("received_enb_01", "Named buddy", "received", part("ENB-01", ["No", "Partly", "Yes"])),
    variable("useful_pro_01", "Trust induction", "useful", part("PRO-01", agreement)),
    variable("useful_enb_01", "Named buddy", "useful", part("ENB-01", agreement)),
    variable("shadow_days", "Days of shadowing", "number", { type: "number", waves: ["month3"] }),
    variable("recommend", "Would recommend", "outcome", {
      labels: ["Definitely not", "Probably not", "Not sure", "Probably", "Definitely"],
      waves: ["month3"],
    }),
    variable("who_helped", "Who helped", "choice", {
      type: "multiple",
      labels: ["Buddy", "No one"],
      waves: ["month3"],
    }),
    variable("best", "What helped", "text", { type: "text", waves: ["month3"] }),
  ];
}

function part(component: string, labels: readonly string[]) {
  return { component, labels, waves: ["month3"] };
}

function variable(
  name: string,
  label: string,
  role: Role,
  about: Partial<Pick<Variable, "type" | "waves" | "scale" | "reverse" | "component">> & {
    readonly labels?: readonly string[];
  },
): Variable {
  const { labels = [], ...rest } = about;
  return {
    name,
    label,
    role,
    question: `${label}?`,
    headings: [],
    type: "single",
    waves: ["arrival", "month3"],
    scale: null,
    reverse: false,
    component: null,
    categories: labels.map((text, index) => ({ code: index + 1, label: text })),
    minimum: null,
    maximum: null,
    missing: {},
    notYet: [],
    sensitivity: "service",
    required: false,
    ...rest,
  };
}

function rate(key: string, label: string, value: number, unit: string) {
  return { key, label, value, unit, year: "2026/27", source: "https://example.org/pay", confidence: "A" };
}

const slices = [
  { id: "trusts-a+b", trusts: ["A", "B"] },
  { id: "trust-c", trusts: ["C"] },
  { id: "pooled", trusts: ["A", "B", "C"] },
];
const pooled = slices.slice(2);

/** One estimate for every id that a report may ask for, no two numbers alike among shares, points and pounds. */
export function composeResults(): readonly Result[] {
  const results: Estimate[] = [];
  const next = numbers();
  const add = (measure: string, path: string, unit: string, at = slices, extra: Partial<Subject> = {}) => {
    for (const slice of at) {
      const n = slice.id === "pooled" ? 113 : 25;
      results.push(estimate(`${path}/${slice.id}`, measure, unit, slice.trusts, next(unit), n, extra));
    }
  };
  const stages = [
    "eligible",
    "invited",
    "recruited",
    "inducted",
    "completed",
    "answered-arrival",
    "answered-month3",
  ];
  for (const stage of [...stages, "linked-arrival-to-month3"]) add("flow", `flow/${stage}`, "people");
  for (const wave of ["arrival", "month3"]) {
    add("response", `response/${wave}`, "proportion");
    add("completion", `completion/${wave}`, "proportion");
    for (const scale of ["settling", "confidence"]) add("scale", `scale/${scale}/${wave}`, "points 0-100");
    for (const item of ["settle-home", "settle-alone", "conf-role"]) {
      for (const band of ["low", "middle", "high"]) {
        add("item", `item/${item}/${wave}/${band}`, "proportion", pooled);
      }
      add("item", `item/${item}/${wave}/top-two`, "proportion");
    }
  }
  add("link-rate", "link-rate/arrival-to-month3", "proportion");
  for (const scale of ["settling", "confidence"])
    add("change", `change/${scale}/arrival-to-month3`, "points 0-100");
  for (const variable of ["received_pro_01", "received_enb_01"]) {
    for (const level of ["no", "partly", "yes"]) {
      add("coverage", `coverage/${slug(variable)}/month3/${level}`, "proportion", slices, { item: variable });
    }
  }
  add("standard", "standard/shadowing", "proportion");
  for (const name of ["setup_bank", "setup_gp"]) {
    add("setup", `setup/${slug(name)}/month3/done`, "proportion", slices, { item: name });
  }
  add("milestone", "milestone/days-login/median", "days");
  for (const component of ["PRO-01", "ENB-01"]) {
    for (const side of ["provided", "useful"]) {
      add("gap", `gap/${slug(component)}/${side}`, "proportion", slices, { item: component });
    }
  }
  for (const band of ["low", "middle", "high", "top-two"]) {
    add("outcome", `outcome/recommend/month3/${band}`, "proportion", band === "top-two" ? slices : pooled);
  }
  for (const code of [1, 2]) add("choice", `choice/who-helped/month3/${code}`, "proportion", pooled);
  add("retention", "retention/month-6", "proportion");
  add("appraisal", "appraisal", "proportion");
  for (const level of ["no", "yes"]) {
    const group = { variable: "first_post", level };
    const path = (stem: string) => `${stem}/pooled/first-post-${level}`;
    const one = (id: string, measure: string, unit: string) =>
      results.push(estimate(path(id), measure, unit, ["A", "B", "C"], next(unit), 45, { group }));
    one("scale/settling/month3", "scale", "points 0-100");
    one("change/settling/arrival-to-month3", "change", "points 0-100");
    one("outcome/recommend/month3/top-two", "outcome", "proportion");
  }
  for (const scale of ["settling", "confidence"]) {
    const ways = [
      "every-item",
      "any-item",
      "item-mean",
      "paule-mandel",
      "trust-means",
      "people",
      "sign-flip",
    ];
    for (const way of ways)
      add("sensitivity", `sensitivity/${scale}/arrival-to-month3/${way}`, "points 0-100", pooled);
    add("heterogeneity", `heterogeneity/${scale}/arrival-to-month3/between-trusts`, "points 0-100", pooled);
    for (const wave of ["arrival", "month3"]) {
      for (const side of ["worst", "best"])
        add("bounds", `bounds/${scale}/${wave}/${side}`, "points 0-100", pooled);
      add("weighted", `weighted/${scale}/${wave}`, "points 0-100", pooled);
      for (const part of ["alpha", "omega"])
        add("reliability", `reliability/${scale}/${wave}/${part}`, "coefficient 0-1", pooled);
    }
  }
  return [...results, ...deliveries(), ...costs(next), ...published(), ...quality()];
}

/** Values in turn, each different in print from every other of its unit. */
function numbers(): (unit: string) => number {
  const made = new Map<string, number>();
  return (unit) => {
    const kind = unit.startsWith("GBP") ? "GBP" : unit;
    const count = (made.get(kind) ?? 0) + 1;
    made.set(kind, count);
    if (kind === "GBP") return 1000 + 110 * count;
    if (kind === "coefficient 0-1") return Number((0.5 + count / 100).toFixed(2));
    if (kind === "proportion") return Number((0.005 + ((count * 37) % 97) / 100).toFixed(2));
    if (kind === "points 0-100") return Number((10.7 + ((count * 7.3) % 80)).toFixed(1));
    return 200 + 13 * count;
  };
}

function estimate(
  id: string,
  measure: string,
  unit: string,
  trusts: readonly string[],
  value: number,
  n: number,
  extra: Partial<Subject> = {},
): Estimate {
  const spread = unit === "proportion" ? 0.03 : 4;
  const interval = (kind: Interval["kind"], times: number): Interval => ({
    low: Number((value - spread * times).toFixed(2)),
    high: Number((value + spread * times).toFixed(2)),
    level: 0.95,
    method: "made up",
    kind,
  });
  const bounded = unit === "proportion" || unit === "days" || unit.startsWith("points");
  return {
    kind: "estimate",
    id,
    label: `${id} in words`,
    subject: { measure, trusts, sensitivity: "service", ...extra },
    unit,
    method: "made up",
    reference: "nobody 2026",
    estimate: value,
    interval: bounded ? interval("confidence", 1) : null,
    ...(bounded ? {} : { noInterval: "a count of all, not a sample" }),
    ...(measure === "change" && trusts.length === 3 ? { prediction: interval("prediction", 2) } : {}),
    ...(measure === "change" && trusts.length === 3 && !extra.group
      ? { test: { statistic: 5.1, df: 2, pValue: 0.036, method: "made up" } }
      : {}),
    n,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    ...(trusts.length === 1 || trusts.length === 2 ? { nPrecision: 5 } : {}),
    precision: unit === "proportion" ? 0.01 : unit.startsWith("points") ? 0.1 : 1,
  };
}

function deliveries(): readonly Result[] {
  const counts: readonly (readonly [string, readonly number[]])[] = [
    ["pro-01", [3, 2, 1]],
    ["enb-01", [3, 1, 2]],
    ["hr-01", [0, 0, 0]],
  ];
  const levels = ["planned", "delivered-yes", "delivered-partly"];
  return counts.flatMap(([component, values]) =>
    values.map((value, index) =>
      estimate(`delivery/${component}/${levels[index]}`, "delivery", "Trusts", ["A", "B", "C"], value, 3),
    ),
  );
}

function costs(next: (unit: string) => number): readonly Result[] {
  const unit = "GBP 2026/27 per IMG inducted";
  const all = ["A", "B", "C"];
  const made: Estimate[] = [];
  const add = (path: string, trusts: readonly string[] = all, label?: string) => {
    const one = estimate(path, "cost", unit, trusts, next(unit), trusts.length === 3 ? 113 : 25);
    made.push(label === undefined ? one : { ...one, label });
  };
  for (const which of ["with", "without"]) {
    add(`cost/total/${which}-supernumerary/pooled`);
    for (const denominator of ["recruited", "inducted", "completed"]) {
      add(`cost/per-img/${denominator}/${which}-supernumerary/pooled`);
      add(`cost/mean-of-trusts/${denominator}/${which}-supernumerary/of-2`);
      add(`cost/median-of-trusts/${denominator}/${which}-supernumerary/of-2`);
    }
    add(`cost/per-img/inducted/${which}-supernumerary/trusts-a+b`, ["A", "B"]);
    add(`cost/per-img/inducted/${which}-supernumerary/trust-c`, ["C"]);
    for (const size of [10, 40]) {
      add(`cost/curve/n-${size}/${which}-supernumerary`);
      add(`cost/curve/one-more/n-${size}/${which}-supernumerary`);
    }
    add(`cost/curve/between/n-10-and-40/${which}-supernumerary`);
    for (const { id, trusts } of slices) add(`cost/standardised/${which}-supernumerary/${id}`, trusts);
    add(`cost/one-more/${which}-supernumerary/pooled`);
    for (const view of ["trust-cash/full", "trust-economic/incremental", "nhs/full", "nhs/incremental"])
      for (const denominator of ["recruited", "inducted", "completed"])
        add(`cost/perspective/${view}/${denominator}/${which}-supernumerary/pooled`);
    add(`cost/curve/each-img/${which}-supernumerary`);
  }
  add("cost/curve/fixed-per-trust");
  const parts = [
    ["phase", "set-up"],
    ["phase", "running"],
    ["category", "staff-time"],
    ["strand", "enablers"],
    ["component", "enb-01"],
  ];
  for (const [kind, name] of parts) {
    for (const { id, trusts } of slices) {
      add(`cost/${kind}/${name}/${id}`, trusts, `${name}: cost per IMG inducted, somewhere`);
    }
  }
  for (const what of ["lowest", "highest", "standard-deviation", "net-standard-deviation", "input-error"])
    add(`cost/between-trusts/${what}/of-2`);
  for (const what of ["mean", "median", "standard-deviation", "monte-carlo-error"])
    add(`cost/inputs/${what}`);
  for (const what of ["range", "averaged"]) add(`cost/structure/${what}`);
  for (const way of ["as-declared", "pension-full"]) {
    add(`cost/scenario/${way}`, all, `cost per IMG inducted: mean of the draws, ${way}`);
    if (way === "as-declared") continue;
    add(`cost/scenario/${way}/difference`);
    add(`cost/scenario/${way}/difference/monte-carlo-error`);
  }
  for (const input of ["staff-time", "pension"]) add(`cost/one-way/${input}`, all, input);
  const other = (id: string, measure: string, kind: string) =>
    made.push(estimate(id, measure, kind, all, next(kind), 113));
  for (const share of ["between", "inputs"])
    other(`cost/between-trusts/share-${share}/of-2`, "cost", "proportion");
  other("cost/threshold/staff-time", "cost", "proportion");
  other("cost/break-even/retained-doctors", "cost", "doctors");
  for (const worth of [0, 50, 100]) {
    other(`economics/acceptability/settling/worth-${worth}`, "economics", "proportion");
    add(`economics/evpi/settling/worth-${worth}`);
  }
  return made;
}

function published(): readonly Result[] {
  return [estimate("benchmark/other", "benchmark", "proportion", [], 0.767, 300)];
}

function quality(): readonly Result[] {
  const counted = (
    id: string,
    measure: string,
    value: number,
    unit: string,
    level: string,
    label: string,
  ) => ({
    ...estimate(id, measure, unit, ["A", "B", "C"], value, 2000, { level }),
    label,
    ...(measure === "quality" ? { precision: 5 } : {}),
  });
  const one = (path: string, level: string, value: number) =>
    estimate(path, "quality", "count", ["A", "B", "C"], value, 2000, { level });
  return [
    one("quality/left-out/survey-preview/pooled", "survey preview", 10),
    one("quality/missing/month3/don-t-know/pooled", "don't know", 85),
    counted("files/survey-qualtrics/pooled", "files", 4, "files", "survey, Qualtrics", "survey, Qualtrics"),
    counted("files/cohort-table/pooled", "files", 1, "files", "cohort table", "cohort table"),
    counted("checks/warning/hr/pooled", "quality", 0, "rows", "warning", "a row that cannot be read"),
    counted("checks/note/waves-overlap/pooled", "files", 1, "waves", "note", "two waves on the same days"),
  ];
}

/** The same release with every number taken out. */
export function withoutNumbers(released: Released, kind: "suppressed" | "unavailable"): Released {
  return {
    ...released,
    results: released.results.map((result): Result => {
      const { id, label, subject, unit, method, reference } = result;
      return { kind, id, label, subject, unit, method, reference, reason: "nobody answered" };
    }),
  };
}

/** A picture that renderers accept. */
export function composeFigure(id: string): FigureBlock {
  return {
    kind: "figure",
    id,
    caption: `Chart ${id}`,
    description: "",
    altText: "A chart in words.",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="10" height="10"></svg>`,
    png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    width: 10,
    height: 10,
    table: {
      kind: "table",
      id,
      caption: `Chart ${id}`,
      description: "",
      columns: [{ heading: "What", align: "left" }],
      rows: [[{ kind: "text", text: "Something" }]],
      notes: [],
    },
  };
}
