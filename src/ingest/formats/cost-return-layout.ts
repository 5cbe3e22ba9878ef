/** Version written on the Cover of a cost return. Another version is refused, because its columns may mean something else. */
export const TEMPLATE_VERSION = "2";

/** Row of the column headings on every sheet of the template. */
export const headerRow = 4;

/** Rows from the top in which the column headings are looked for: someone may have put in a line of their own. */
export const lastHeaderRow = 20;

/** Heading of the column at the right of each table that tells by a formula what its lines lack. It is not read. */
export const checkHeading = "Check";

/**
 * What stands in a table for an answer whose formula fails or works from itself. The reader has told it with its cell, so
 * that nothing more is said of the cell, and its line is not used.
 */
export const faultyAnswer = "#FAULT!";

export const costReturnSheets = ["Cover", "Staff", "Other costs", "IMG time", "Components"] as const;
export type CostReturnSheet = (typeof costReturnSheets)[number];

/**
 * Column headings of each sheet, as the template writes them and the reader expects them, in order. A column of the
 * template that is not here (Note, What it is) is for people and is not read.
 */
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
    evidence: "Recorded, estimated or guessed",
    extra: "Extra because of the induction",
    paidBy: "Paid by",
    activity: "What was done",
    fullTime: "Or full-time share of each person",
    usefulLife: "Useful life in years",
    capacity: "Most IMGs at once",
    backfill: "Stands in for someone else",
    paidTime: "In paid time",
    share: "Percent for IMGs",
    ownRate: "Own rate in pounds an hour",
    rateSource: "Source of own rate",
    rateOnCosts: "Own rate includes on-costs",
    rateOverheads: "Own rate includes overheads",
    stated: "Amount in pounds by your ledger",
    reference: "Your reference",
  },
  "Other costs": {
    component: "Component",
    item: "Item",
    category: "Category",
    amount: "Amount in pounds",
    basis: "Amount is for",
    recurrence: "One-off or recurrent",
    evidence: "Recorded, estimated or guessed",
    extra: "Extra because of the induction",
    paidBy: "Paid by",
    vat: "VAT",
    quantity: "Quantity",
    unitPrice: "Pounds for one",
    usefulLife: "Useful life in years",
    capacity: "Most IMGs at once",
    share: "Percent for IMGs",
    reference: "Your reference",
  },
  "IMG time": {
    grade: "Grade",
    payPoint: "Pay point",
    imgs: "IMGs",
    hoursEach: "Supernumerary hours of each IMG",
    evidence: "Recorded, estimated or guessed",
    extra: "Extra because of the induction",
    paidBy: "Paid by",
    clinical: "Percent spent on clinical work",
    reference: "Your reference",
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
  recruited: "IMGs recruited in these days",
  inducted: "IMGs who began the induction",
  completed: "IMGs who completed it",
  highCost: "High-cost area",
  supplementAfc: "High-cost supplement a year, Agenda for Change, in pounds",
  supplementMedical: "High-cost supplement a year, doctors, in pounds",
  corporate: "The induction that every new doctor has is left out",
  version: "Template version",
} as const;

/** What other costs are spent on. */
export const costCategories = [
  "premises",
  "materials",
  "travel and accommodation",
  "catering",
  "licences and equipment",
  "overhead",
  "other",
] as const;
