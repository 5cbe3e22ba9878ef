/** Words with which the check of a line or a question begins. Anything else it says is something to mend. */
export const verdicts = {
  fine: "OK",
  look: "Look again",
  mayBeBlank: "May be blank",
} as const;

/** Verdicts that leave nothing to mend. */
export const settled = Object.values(verdicts);
