import type { Variable } from "../../src/study/variable.js";
import { variable, variables as small } from "../ingest/small-study.js";

const codes: Readonly<Record<string, readonly string[]>> = { link_code: ["Q1"], start_date: ["Q2"] };

/** The codebook of the case folders: that of the small study, with question codes, a yes-or-no question and one more. */
export const variables: readonly Variable[] = [
  ...small.map((each) => ({ ...each, headings: [...(codes[each.name] ?? []), ...each.headings] })),
  variable("first_post", {
    question: "Is this your first NHS post?",
    headings: ["Q3"],
    role: "group",
    categories: [
      { code: 0, label: "No" },
      { code: 1, label: "Yes" },
    ],
  }),
  variable("moved_by", {
    question: "What helped you to move? (tick all)",
    role: "choice",
    type: "multiple",
    categories: [
      { code: 1, label: "Rota; leave" },
      { code: 2, label: "Pay, or a grant" },
      { code: 9, label: "Other", open: true },
    ],
  }),
];
