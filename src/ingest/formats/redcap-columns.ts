import { plainWords } from "../../study/wording.js";
import type { GridRow } from "../grid.js";
import type { CellGrid } from "../grid.js";
import { cellText } from "../grid.js";

/** One form of a REDCap project: its columns in the export, which ends them with the form's status. */
export interface RedcapForm {
  /** Columns that may hold answers. */
  readonly answers: readonly number[];
  readonly statusAt: number;
  readonly timestampAt: number | null;
}

/** Where an export keeps what REDCap itself writes. */
export interface RedcapColumns {
  readonly eventAt: number | null;
  readonly repeatAt: number | null;
  readonly forms: readonly RedcapForm[];
  /** Columns of the platform's own. */
  readonly own: ReadonlySet<number>;
  /** Columns of one tick box each. */
  readonly boxes: ReadonlySet<number>;
}

const events = ["redcap_event_name", "Event Name"].map(plainWords);
const repeats = ["redcap_repeat_instance", "Repeat Instance"].map(plainWords);
const others = [
  "redcap_repeat_instrument",
  "Repeat Instrument",
  "redcap_data_access_group",
  "Data Access Group",
].map(plainWords);

/**
 * What REDCap's own columns of a header are for, with variable names or with labels as headings. A question may be named
 * like a form's status (`training_complete`, yes or no): a status is the last column, or says of somebody that the form
 * is complete (2, Complete), and holds nothing but 0, 1, 2 or their words.
 */
export function redcapColumns(header: GridRow, body: CellGrid): RedcapColumns {
  const words = header.cells.map((cell) => plainWords(cellText(cell)));
  const own = new Set<number>([0]);
  const boxes = new Set<number>();
  const forms: RedcapForm[] = [];
  let answers: number[] = [];
  let timestampAt: number | null = null;
  words.forEach((heading, position) => {
    if (isBox(heading)) boxes.add(position);
    if (isStatus(heading) && (position === words.length - 1 || holdsStatus(body, position))) {
      forms.push({ answers, statusAt: position, timestampAt });
      [answers, timestampAt] = [[], null];
    } else if (isTimestamp(heading)) timestampAt = position;
    else if (position > 0 && ![...events, ...repeats, ...others].includes(heading)) {
      answers.push(position);
      return;
    }
    own.add(position);
  });
  const find = (names: readonly string[]) => {
    const at = words.findIndex((heading) => names.includes(heading));
    return at < 0 ? null : at;
  };
  return { eventAt: find(events), repeatAt: find(repeats), forms, own, boxes };
}

const statuses = ["", "0", "1", "2", "incomplete", "unverified", "complete"];

function holdsStatus(body: CellGrid, position: number): boolean {
  let complete = false;
  for (let index = 0; index < body.height; index += 1) {
    const words = plainWords(cellText(body.cell(index, position)));
    if (!statuses.includes(words)) return false;
    complete ||= words === "2" || words === "complete";
  }
  return complete;
}

/** Whether a heading is the status that REDCap writes after the last question of a form. */
export function isStatus(heading: string): boolean {
  return /^[a-z0-9_]+_complete$/.test(heading) || heading === "complete?";
}

/** Whether a heading is one tick box: `helpers___1`, or `Who helped? (choice=Buddy)`. */
export function isBox(heading: string): boolean {
  return /^[a-z0-9_]+___[a-z0-9_]+$/.test(heading) || heading.includes("(choice=");
}

function isTimestamp(heading: string): boolean {
  return /^[a-z0-9_]+_timestamp$/.test(heading) || heading === "survey timestamp";
}
