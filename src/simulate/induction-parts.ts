/** One induction component that the questionnaire asks about. */
export interface InductionPart {
  /** Id in `data/induction/`. */
  readonly component: string;
  /** As the question names it. */
  readonly words: string;
  /** As tables and charts name it. */
  readonly label: string;
}

/** Parts of the induction that the synthetic questionnaire asks about, by strand. The wording is this toolkit's own. */
export const inductionParts: readonly InductionPart[] = [
  {
    component: "PRE-01",
    words: "a welcome and a named contact before you travelled",
    label: "Named contact before travel",
  },
  { component: "PAS-01", words: "help to find somewhere to live", label: "Help with housing" },
  { component: "PAS-02", words: "help to open a bank account", label: "Help with a bank account" },
  { component: "PRO-01", words: "a Trust induction", label: "Trust induction" },
  { component: "PRO-02", words: "an induction to your department", label: "Departmental induction" },
  { component: "PRO-03", words: "a period of shadowing before independent duty", label: "Shadowing" },
  {
    component: "PRO-07",
    words: "an explanation of your duties, your supervision and how to call a senior",
    label: "Duties and senior support",
  },
  {
    component: "IT-01",
    words: "working IT log-ins before your first shift",
    label: "IT log-ins before first shift",
  },
  {
    component: "IT-02",
    words: "training in the electronic record and prescribing systems",
    label: "Record system training",
  },
  { component: "COM-01", words: "teaching on communication in UK practice", label: "Communication skills" },
  { component: "COM-03", words: "teaching on cultural differences at work", label: "Cultural differences" },
  { component: "ENB-01", words: "a named buddy", label: "Named buddy" },
  { component: "ENB-02", words: "a mentor", label: "Mentor" },
  {
    component: "ENB-03",
    words: "an early meeting with your educational or clinical supervisor",
    label: "Early supervisor meeting",
  },
];
