import type { PublicStudy } from "../study/public-study.js";

/** What a declared design means in words: what was done, and what it cannot tell. */
export interface DesignWords {
  /** Name in the methods section. */
  readonly name: string;
  readonly description: string;
  /** One or two sentences for the front page. */
  readonly caution: string;
  /** Threats to a reading as cause, each a sentence. */
  readonly threats: readonly string[];
}

const settling =
  "Doctors settle in and gain confidence with time, with or without an induction (maturation).";
const history =
  "Other things changed over the same months, such as staffing, pay or the season of joining (history).";
const leavers = "Doctors who left or did not answer later may differ from those who did (differential loss).";
const extremes =
  "People with unusually low or high first scores tend to score nearer the middle later (regression to the mean).";
const testing =
  "Answering the same questions twice can change the answers, and so can a new idea of what a good answer is (testing and response shift).";
const recalled = "Doctors rated an earlier time from memory, and knew how things turned out (recall).";

const words: Readonly<Record<PublicStudy["design"], DesignWords>> = {
  "post-only": {
    name: "Single group, asked once after the induction",
    description: "There was no earlier score and no comparison group.",
    caution:
      "Doctors were asked once and there was no comparison group. The figures describe; they do not say what the induction did.",
    threats: [
      "With one survey, no change can be seen, and none is claimed.",
      settling,
      "Doctors who left before the survey are not in it (survivor bias).",
    ],
  },
  "retrospective-pre": {
    name: "Single group, asked once about before and after",
    description:
      "After their induction, doctors said how they had been before it and how they were now. There was no comparison group.",
    caution:
      "Doctors recalled how they had been before, and there was no comparison group. A change cannot be put down to the induction.",
    threats: [
      recalled,
      settling,
      history,
      "Doctors who left before the survey are not in it (survivor bias).",
    ],
  },
  "pre-post-linked": {
    name: "Single group, the same doctors before and after",
    description:
      "A doctor's surveys were tied by a code that the doctor made up. There was no comparison group.",
    caution:
      "There was no comparison group, and doctors settle in with time. A change cannot be put down to the induction.",
    threats: [settling, history, leavers, extremes, testing],
  },
  "pre-post-unlinked": {
    name: "Single group before and after, not tied to persons",
    description: "The two surveys may be of different doctors. There was no comparison group.",
    caution:
      "The two surveys may be of different doctors, and there was no comparison group. A difference cannot be put down to the induction.",
    threats: [
      "The two surveys may be of different doctors, so no change within persons can be given.",
      settling,
      history,
      leavers,
    ],
  },
  "before-after-cohorts": {
    name: "Doctors who joined before and after the programme began",
    description: "They are different doctors, who joined at different times.",
    caution:
      "Different doctors at different times are set side by side. A difference cannot be put down to the induction alone.",
    threats: [
      "The two groups joined at different times and may differ in ways that were not measured (selection).",
      history,
      "Those who joined earlier look back over a longer time (recall).",
    ],
  },
};

/** The declared design of a study in words; without scores compared, nothing is said of what can move them. */
export function designWords(study: PublicStudy): DesignWords {
  const declared = words[study.design];
  if (study.comparisons.length > 0) return declared;
  return { ...declared, threats: declared.threats.filter((threat) => threat !== extremes) };
}
