import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { Document, FigureBlock, Inline, TableBlock, TableCell } from "../../src/report/document.js";

/** A made-up report with every kind of block, every kind of cell, and text that a careless renderer would spoil. */
export function fixtureDocument(): Document {
  return {
    title: "Evaluation of the induction pilot for International Medical Graduates",
    subtitle: "Six Trusts, arrival and three months, 2026/27",
    language: "en-GB",
    banner: "Synthetic data: not real people or Trusts",
    authors: ["A. Analyst", "B. O'Neill & Partners"],
    steeringGroup: ["C. Chair, Trust A", "D. Dean, Trust B", "E. Educator <medical education>, Trust C"],
    imprint: "Study induction-pilot, edition 1, made with pilot-eval 0.1.0",
    sections: [
      {
        id: "summary",
        heading: "Summary",
        blocks: [
          paragraph(
            "Six Trusts inducted ",
            { kind: "value", result: "flow/inducted/pooled", text: "148" },
            " of 152 International Medical Graduates. ",
            { kind: "strong", text: "The mean settling-in score rose between arrival and three months" },
            ", from 54 to 67 points out of 100. There was no comparison group, so the change cannot be put down to the pilot. See ",
            { kind: "link", text: "settling in", href: "#settling-in" },
            " and ",
            { kind: "link", text: "the costs by category", href: "#figure-cost-by-category" },
            ".",
          ),
          {
            kind: "callout",
            tone: "finding",
            heading: "Settling in improved in every Trust group",
            text: inlines(
              "The pooled change was ",
              {
                kind: "value",
                result: "change/settling/arrival-to-month3/pooled",
                text: "12.9 points (95% interval 8.1 to 17.7)",
              },
              ", from random effects over five Trust groups.",
            ),
          },
          {
            kind: "callout",
            tone: "caution",
            heading: "Six Trusts are few",
            text: inlines(
              "Intervals are wide & rest on few Trusts. A new Trust could differ from every one of these.",
            ),
          },
          {
            kind: "list",
            items: [
              inlines("85% of those inducted answered at three months."),
              inlines(
                "Shadowing was planned in all six Trusts and ",
                { kind: "strong", text: "reported by 72%" },
                " of respondents.",
              ),
              inlines("The cost was £4,310 per IMG inducted, at 2026/27 prices."),
            ],
          },
        ],
      },
      {
        id: "response",
        heading: "Who took part, and who answered",
        blocks: [
          paragraph(
            "Each Trust listed its eligible doctors before the survey opened. The table gives the flow from eligible to linked.",
          ),
          responseTable(),
          {
            kind: "subheading",
            id: "linking",
            text: "Linking the two waves",
          },
          paragraph(
            "Answers were linked by a code that respondents chose themselves. Near misses were listed for a person to confirm and were never joined by themselves. The method is described by the ",
            {
              kind: "link",
              text: "Government Analysis Function",
              href: "https://analysisfunction.civilservice.gov.uk/?a=1&b=2",
            },
            ".",
          ),
        ],
      },
      {
        id: "settling-in",
        heading: "Settling in",
        blocks: [
          { kind: "subheading", id: "change", text: "Change between arrival and three months" },
          paragraph("Each line is a Trust group with its 95% interval; the last is the pooled estimate."),
          changeFigure(),
          { kind: "subheading", id: "items", text: "Items of the scale" },
          itemsTable(),
        ],
      },
      {
        id: "coverage",
        heading: "What the induction covered",
        blocks: [coverageTable(), planTable()],
      },
      {
        id: "costs",
        heading: "What the pilot cost",
        blocks: [
          paragraph("Costs are in pounds at 2026/27 prices. Recorded and estimated hours are kept apart."),
          costFigure(),
          costTable(),
        ],
      },
      {
        id: "data-quality",
        heading: "Data quality",
        blocks: [
          paragraph("Every finding of the checks is listed, and nothing was dropped without being counted."),
          findingsTable(),
        ],
      },
    ],
  };
}

/** The same report about real data: no banner, no steering group. */
export function fixtureWithoutBanner(): Document {
  return { ...fixtureDocument(), banner: null, steeringGroup: [] };
}

function inlines(...parts: readonly (string | Inline)[]): readonly Inline[] {
  return parts.map((part) => (typeof part === "string" ? { kind: "text", text: part } : part));
}

function paragraph(...parts: readonly (string | Inline)[]) {
  return { kind: "paragraph", text: inlines(...parts) } as const;
}

const held: TableCell = { kind: "suppressed" };

function text(value: string): TableCell {
  return { kind: "text", text: value };
}

function count(value: number): TableCell {
  return { kind: "number", value, text: value.toFixed(0), format: "0" };
}

function percent(value: number, result?: string): TableCell {
  const printed = `${Math.round(value * 100)}%`;
  return { kind: "number", value, text: printed, format: "0%", ...(result === undefined ? {} : { result }) };
}

function points(value: number): TableCell {
  return { kind: "number", value, text: value.toFixed(1), format: "0.0" };
}

function pounds(value: number): TableCell {
  const printed = `£${String(value).replace(/(\d)(?=(\d{3})+$)/g, "$1,")}`;
  return { kind: "number", value, text: printed, format: '"£"#,##0' };
}

function missing(shorthand: "x" | "z", reason: string): TableCell {
  return { kind: "unavailable", shorthand, reason };
}

function columns(first: string, ...rest: readonly string[]): TableBlock["columns"] {
  return [
    { heading: first, align: "left" },
    ...rest.map((heading) => ({ heading, align: "right" }) as const),
  ];
}

export function responseTable(): TableBlock {
  const rows: readonly (readonly [string, number, number, number, number | null, number])[] = [
    ["Trust A and Trust B", 22, 21, 20, 14, 0.85],
    ["Trust C", 22, 21, 19, 15, 0.9],
    ["Trust D", 28, 28, 25, 20, 0.9],
    ["Trust E", 36, 35, 29, null, 0.85],
    ["Trust F", 44, 43, 36, 28, 0.85],
    ["All Trusts", 152, 148, 129, 98, 0.85],
  ];
  return {
    kind: "table",
    id: "response-flow",
    caption: "From eligible to linked, by Trust group",
    description: "IMGs in six Trusts, April to September 2026; response to the nearest 5%.",
    columns: columns("Trust group", "Eligible", "Inducted", "Answered at arrival", "Linked", "Response"),
    rows: rows.map(([name, eligible, inducted, answered, linked, response], index) => [
      text(name),
      count(eligible),
      count(inducted),
      count(answered),
      linked === null ? held : count(linked),
      percent(response, `response/arrival/row-${index + 1}`),
    ]),
    notes: ["Trust A and Trust B are shown together because Trust A is small."],
  };
}

const items = [
  "I know who to ask when I need help at work",
  "I can find my way around the hospital and its systems",
  "I feel that I belong in my team",
  "I understand how patients and their families expect to be involved",
  "I know how to raise a concern about safety",
  "I have suitable housing",
  "I have opened a bank account and registered with a GP",
  "I understand my payslip, tax & pension",
];

function itemsTable(): TableBlock {
  return {
    kind: "table",
    id: "settling-items",
    caption: "Answers to the settling-in items at three months, three categories",
    description: "Respondents in all six Trusts, three months after arrival; per cent of those who answered.",
    columns: columns("Item", "Disagree", "Neither", "Agree", "Answered"),
    rows: items.map((item, index) => [
      text(item),
      percent([0.1, 0.15, 0.2, 0.1, 0.05, 0.25, 0.05, 0.3][index] ?? 0),
      percent([0.15, 0.2, 0.2, 0.25, 0.1, 0.15, 0.1, 0.2][index] ?? 0),
      index === 5 ? missing("z", "asked only of those who moved") : percent(0.6 + index / 100),
      count(129 - index),
    ]),
    notes: [],
  };
}

const components = [
  "Welcome and orientation to the NHS",
  "Shadowing before the first on-call",
  "Named educational supervisor",
  "Communication skills course",
  "E-portfolio and appraisal",
  "Pastoral support with housing and banking",
  "Simulation of common emergencies",
  "Buddy or peer mentor",
];

function coverageTable(): TableBlock {
  const groups = ["Trusts A and B", "Trust C", "Trust D", "Trust E", "Trust F"];
  return {
    kind: "table",
    id: "coverage-by-trust",
    caption: "Induction components received, by Trust group",
    description: "Share of respondents at three months who had the component in full; to the nearest 5%.",
    columns: columns("Component", ...groups, "All Trusts", "Planned in", "Provided", "Useful", "Gap"),
    rows: components.map((name, row) => [
      text(name),
      ...groups.map((_, column) =>
        row === 6 && column === 0
          ? held
          : row === 4 && column === 3
            ? missing("x", "the Trust dropped this item")
            : percent(Math.round((0.95 - row * 0.06 - column * 0.03) * 20) / 20),
      ),
      percent(Math.round((0.9 - row * 0.06) * 20) / 20),
      count(6 - (row % 3)),
      percent(0.7),
      percent(0.85),
      { kind: "number", value: -0.15, text: "-15%", format: "0%" },
    ]),
    notes: ["Received in part counts as not received.", "Planned in: number of the six Trusts' plans."],
  };
}

function planTable(): TableBlock {
  return {
    kind: "table",
    id: "plan",
    caption: "How each component was delivered",
    description: "",
    columns: [
      { heading: "Component", align: "left" },
      { heading: "How it was delivered, in the Trusts' own words", align: "left" },
    ],
    rows: [
      [
        text("Shadowing"),
        text("=SUM of two weeks, as rotas allowed; some doctors had four days and others fourteen"),
      ],
      [text("Pastoral support"), text("A housing officer\u000b met each doctor within a week of arrival")],
    ],
    notes: [],
  };
}

function costTable(): TableBlock {
  const rows: readonly (readonly [string, number, number, number])[] = [
    ["Staff time to plan and run", 218400, 1476, 0.34],
    ["IMGs' own supernumerary time", 371200, 2508, 0.58],
    ["Courses and materials", 31900, 216, 0.05],
    ["Accommodation and travel", 16400, 111, 0.03],
    ["Total", 637900, 4310, 1],
  ];
  return {
    kind: "table",
    id: "cost-summary",
    caption: "Cost by category",
    description: "All six Trusts, set-up and running, £ at 2026/27 prices.",
    columns: columns("Category", "Total cost", "Cost per IMG inducted", "Share"),
    rows: rows.map(([name, total, each, share]) => [text(name), pounds(total), pounds(each), percent(share)]),
    notes: ["Priced from national pay points plus employer on-costs."],
  };
}

function findingsTable(): TableBlock {
  return {
    kind: "table",
    id: "findings-in-full-with-a-very-long-name",
    caption: "Findings of the checks, in full",
    description: "One row a finding, in the order of the files.",
    columns: [
      { heading: "Finding", align: "left" },
      { heading: "File", align: "left" },
      { heading: "Kind", align: "left" },
      { heading: "Cells", align: "right" },
    ],
    rows: Array.from({ length: 40 }, (_, index) => [
      text(`F${String(index + 1).padStart(3, "0")}`),
      text(`survey/trust-${"abcdef"[index % 6]}.csv`),
      text(["blank answer", "mistyped link code", "answered twice"][index % 3] ?? ""),
      count(1 + (index % 4)),
    ]),
    notes: [],
    workbookOnly: true,
  };
}

export function changeFigure(): FigureBlock {
  const groups = ["Trusts A and B", "Trust C", "Trust D", "Trust E", "Trust F", "Pooled"];
  const changes = [9.5, 14.0, 12.5, 16.0, 11.0, 12.9];
  const marks = groups.map((group, index) => {
    const x = 200 + (changes[index] ?? 0) * 20;
    const y = 30 + index * 36;
    return `<text x="188" y="${y + 5}" text-anchor="end">${group}</text><line x1="${x - 90}" x2="${x + 90}" y1="${y}" y2="${y}" stroke="#12436D" stroke-width="2"/><circle cx="${x}" cy="${y}" r="6" fill="url(#fill)"/>`;
  });
  return figure({
    id: "change-by-trust",
    caption: "Settling in improved in every Trust group",
    description:
      "Mean change in the settling-in score (points 0-100), arrival to three months, 95% intervals.",
    altText:
      "Dot plot of the change in settling-in score for five Trust groups, from 9.5 points in Trusts A and B to 16.0 points in Trust E, and the pooled estimate of 12.9 points.",
    height: 270,
    marks: `<defs><linearGradient id="fill"><stop offset="0" stop-color="#12436D"/></linearGradient></defs>${marks.join("")}<line x1="200" x2="200" y1="10" y2="230" stroke="#3D3D3D"/><text x="200" y="252" text-anchor="middle">0</text><text x="400" y="252" text-anchor="middle">10 points</text>`,
    table: {
      kind: "table",
      id: "change-by-trust-numbers",
      caption: "Change in settling-in score by Trust group",
      description: "Points 0-100, arrival to three months.",
      columns: columns("Trust group", "Change", "Low", "High"),
      rows: groups.map((group, index) => [
        text(group),
        points(changes[index] ?? 0),
        points((changes[index] ?? 0) - 4.5),
        points((changes[index] ?? 0) + 4.5),
      ]),
      notes: ["Pooled by random effects (REML), modified Knapp-Hartung interval."],
    },
  });
}

function costFigure(): FigureBlock {
  const parts = [
    ["Staff time", 1476],
    ["IMGs' own time", 2508],
    ["Courses", 216],
    ["Accommodation", 111],
  ] as const;
  const marks = parts.map(([name, value], index) => {
    const y = 12 + index * 44;
    return `<text x="148" y="${y + 21}" text-anchor="end">${name}</text><rect x="160" y="${y}" width="${value / 6}" height="32" fill="url(#fill)"/><text x="${168 + value / 6}" y="${y + 21}">£${value}</text>`;
  });
  return figure({
    id: "cost-by-category",
    caption: "Doctors' own time is the largest cost",
    description: "Cost per IMG inducted by category, six Trusts, £ at 2026/27 prices.",
    altText:
      'Bar chart: IMGs\' own time £2,508, staff time £1,476, courses £216, accommodation £111 per IMG "inducted".',
    height: 190,
    marks: `<defs><linearGradient id="fill"><stop offset="0" stop-color="#28A197"/></linearGradient></defs>${marks.join("")}`,
    table: {
      kind: "table",
      id: "cost-by-category-numbers",
      caption: "Cost per IMG inducted by category",
      description: "£ at 2026/27 prices.",
      columns: columns("Category", "Cost per IMG"),
      rows: parts.map(([name, value]) => [text(name), pounds(value)]),
      notes: [],
    },
  });
}

interface Picture {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  readonly altText: string;
  readonly height: number;
  readonly marks: string;
  readonly table: TableBlock;
}

const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`../../data/fonts/${name}`, import.meta.url)),
);

function figure({ marks, ...picture }: Picture): FigureBlock {
  const width = 720;
  const words = [picture.caption, picture.altText].map((words) => words.replaceAll("&", "&amp;"));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" id="chart" role="img" aria-labelledby="chart-title chart-desc" width="${width}" height="${picture.height}" viewBox="0 0 ${width} ${picture.height}" style="max-width:100%;height:auto" font-family="'DejaVu Sans', Verdana, sans-serif" font-size="14"><title id="chart-title">${words[0]}</title><desc id="chart-desc">${words[1]}</desc><rect width="${width}" height="${picture.height}" fill="#fff"/>${marks}</svg>`;
  const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" };
  const png = new Resvg(svg, { font, fitTo: { mode: "zoom", value: 2 } }).render().asPng();
  return { kind: "figure", ...picture, svg, png: new Uint8Array(png), width };
}
