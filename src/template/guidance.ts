import { eachImgCount } from "../costs/ledger.js";

/** What the Guidance sheet says: which sheet, what to put there, what to watch for. */
export const guidance: readonly (readonly [topic: string, advice: string])[] = [
  [
    "What to count",
    "Time and money that the induction of IMGs took and that would not have been spent without it. Leave out the corporate induction that every new doctor has.",
  ],
  [
    "What to leave out",
    "Recruitment fees, visas, flights and registration. Supervision that every doctor of the grade gets. Income for training.",
  ],
  ["Names", "Give roles, never names. Nobody's own salary is needed: time is priced at the pay point."],
  [
    "Staff",
    "One line for each role and component. People is a whole number; hours are those of each person, as a number: 112.5, not 3 weeks.",
  ],
  [
    "Hours and amounts are for",
    `Whole period: all of it, once. Each cohort: for every intake. Each week: for every week between the first and last day. Each IMG: for every IMG ${eachImgCount}; it is multiplied by the count in the cohort file.`,
  ],
  [
    "One-off or recurrent",
    "One-off: setting the induction up, such as writing material. Recurrent: comes back with each intake or year.",
  ],
  [
    "Recorded or estimated",
    "Recorded: from a diary, a rota, an invoice or a ledger. Estimated: somebody's judgement. An honest estimate is better than an empty line.",
  ],
  [
    "Other costs",
    "In pounds of the price year on the Cover, with the VAT that the Trust cannot recover. An amount for a whole year goes in only for the part used.",
  ],
  [
    "IMG time",
    "Paid hours in which an IMG shadows or is taught and does not count in the rota. Only here, not under Staff: otherwise it is counted twice.",
  ],
  [
    "Components",
    "For each part of the induction: was it planned, and was it delivered? Partly means to some of the IMGs, or not in full.",
  ],
  [
    "Serves the whole programme",
    "Use PROGRAMME for time and money that cannot be put down to one part, such as a coordinator.",
  ],
  [
    "More lines",
    "Type on below the last line of a table. Do not rename sheets or headings: they are read by a program.",
  ],
];
