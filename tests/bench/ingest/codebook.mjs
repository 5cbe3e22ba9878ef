// The codebook of the large survey, as codebook.csv would give it, and the study that it belongs to.
import { items, specialties, trusts } from "./write-survey.mjs";

const nothing = {
  headings: [],
  role: "outcome",
  waves: ["1", "2", "3"],
  scale: null,
  reverse: false,
  component: null,
  categories: [],
  minimum: null,
  maximum: null,
  missing: {},
  notYet: [],
  sensitivity: "opinion",
  required: true,
};
const variable = (name, more) => ({ ...nothing, name, question: name, label: name, ...more });
const numbered = (labels) => labels.map((label, index) => ({ code: index + 1, label }));

export const codebook = [
  variable("response_id", { type: "code" }),
  variable("trust_code", { type: "single", categories: numbered(trusts) }),
  variable("wave", { type: "single", categories: numbered(["1", "2", "3"]) }),
  variable("specialty", { type: "single", categories: numbered(specialties) }),
  variable("submitted", { type: "date" }),
  variable("arrived_weeks", { type: "number", minimum: 0, maximum: 51 }),
  ...items.map((name) =>
    variable(name, { type: "single", categories: numbered(["1", "2", "3", "4", "5"]), required: false }),
  ),
  variable("hours_support", { type: "number", minimum: 0, maximum: 40 }),
  variable("comment", { type: "text", required: false }),
];
