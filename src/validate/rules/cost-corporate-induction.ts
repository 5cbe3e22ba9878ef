import { coverQuestions, headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf, coverCell } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** The component that every new doctor has, IMG or not. */
const sharedComponent = "PRO-01";

/**
 * A return whose Cover says that the induction of every new doctor is not left out, with lines of the Trust induction that
 * are counted for IMGs in full: their cost would be put on IMGs alone.
 */
export const costCorporateInduction: Rule = {
  id: "cost-corporate-induction",
  label: "the induction of every new doctor, counted for IMGs alone",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] => {
      if (read.corporateLeftOut) return [];
      const ofIt = [
        ...read.staff.map((line) => ({ line, heading: headings.Staff.share as string })),
        ...read.other.map((line) => ({ line, heading: headings["Other costs"].share as string })),
      ].filter(({ line }) => line.component === sharedComponent);
      const inFull = ofIt.filter(({ line }) => line.share === 1);
      if (ofIt.length === 0)
        return [
          costFinding(
            costCorporateInduction,
            read.trust,
            coverCell(tables, read.file, coverQuestions.corporate),
            {
              message: `the induction that every new doctor has is left out: no, but no line is for ${sharedComponent}; where is it counted?`,
              expected: "yes, or lines of it with the percent for IMGs",
              found: "no",
              fix: "choose yes if it is left out; else give the percent for IMGs on each line that holds it",
            },
          ),
        ];
      return inFull.map(({ line, heading }) =>
        costFinding(costCorporateInduction, read.trust, cellOf(tables, line.at, heading), {
          message: `percent for IMGs: all of this line of ${sharedComponent} is counted for IMGs, but the Cover says that the induction of every new doctor is in it`,
          expected: "the percent of it that is for IMGs",
          found: "100%",
          fix: "give the percent for IMGs, by those who took part; or take the line out, and choose yes on the Cover",
        }),
      );
    }),
};
