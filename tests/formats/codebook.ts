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
];
