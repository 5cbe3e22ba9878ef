import { stream } from "../core/random.js";
import { csvText } from "./csv-text.js";
import { chance, whole } from "./draws.js";
import { ukDay } from "./forms/cell-text.js";
import type { Person } from "./people.js";
import { dayOf } from "./people.js";
import type { Truth } from "./truth.js";

const halfYear = 182;

/**
 * hr.csv: when each doctor started and left, and whether an appraisal was due and done, by a number that the survey
 * does not know. A doctor who stays half a year is still there at the extract.
 */
export function hrFile(truth: Truth, seed: number, people: readonly Person[]): string {
  const header = ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"];
  const extracted = dayOf(truth.extracted);
  const rows = truth.trusts.flatMap((trust) => {
    const random = stream(seed, `simulate/hr/${trust.code}`);
    const doctors = people.filter((person) => person.trust === trust);
    return [...doctors]
      .sort((a, b) => a.start - b.start)
      .map((doctor, index) => {
        const stays = chance(random, trust.retained);
        const end = doctor.start + whole(random, 45, halfYear - 1);
        const appraised = chance(random, truth.appraised);
        const due = stays && doctor.start + halfYear <= extracted;
        return [
          trust.code,
          `${trust.code}${String(index + 1).padStart(3, "0")}`,
          ukDay(doctor.start),
          stays || end > extracted ? "" : ukDay(end),
          due ? "yes" : "no",
          due && appraised ? "yes" : "no",
        ];
      });
  });
  return csvText([header, ...rows], { newline: "\r\n", quote: "needed" });
}
