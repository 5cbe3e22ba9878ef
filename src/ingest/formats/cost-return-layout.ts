/** Version written on the Cover of a cost return. Another version is refused, because its columns may mean something else. */
export const TEMPLATE_VERSION = "1";

/** Row of the column headings on every sheet of the template. */
export const headerRow = 4;

export const costReturnSheets = ["Cover", "Staff", "Other costs", "IMG time", "Components"] as const;
export type CostReturnSheet = (typeof costReturnSheets)[number];

/** Column headings of each sheet, as the template writes them and the reader expects them, in order. */
export const headings = {
  Cover: { question: "Question", answer: "Answer" },
  Staff: {
    component: "Component",
    role: "Role",
    payPoint: "Pay point",
    people: "People",
    hours: "Hours of each person",
    basis: "Hours are for",
    recurrence: "One-off or recurrent",
    evidence: "Recorded or estimated",
  },
  "Other costs": {
    component: "Component",
    item: "Item",
    category: "Category",
    amount: "Amount in pounds",
    basis: "Amount is for",
    recurrence: "One-off or recurrent",
    evidence: "Recorded or estimated",
  },
  "IMG time": {
    grade: "Grade",
    payPoint: "Pay point",
    imgs: "IMGs",
    hoursEach: "Supernumerary hours of each IMG",
    evidence: "Recorded or estimated",
  },
  Components: {
    component: "Component",
    planned: "Planned",
    delivered: "Delivered",
  },
} as const satisfies Record<CostReturnSheet, Record<string, string>>;

/** Questions on the Cover, as written in its first column. */
export const coverQuestions = {
  trust: "Trust",
  from: "First day covered",
  to: "Last day covered",
  priceYear: "Price year of the amounts in pounds",
  version: "Template version",
} as const;

/** What other costs are spent on. */
export const costCategories = [
  "premises",
  "materials",
  "travel and accommodation",
  "catering",
  "licences and equipment",
  "other",
] as const;
