import { unitCostPrefix } from "./unit-costs.js";

/** Pay points that are told together when hours are released, so that no single post can be made out. */
export interface StaffGroup {
  readonly id: string;
  readonly label: string;
  /** Pay point at which the group's hours are priced again: near its middle, and there in every priced year. */
  readonly payPoint: string;
}

export const staffGroups: readonly StaffGroup[] = [
  { id: "bands-2-4", label: "staff of bands 2 to 4", payPoint: "band4.entry" },
  { id: "bands-5-6", label: "staff of bands 5 and 6", payPoint: "band6.entry" },
  { id: "bands-7-9", label: "staff of band 7 and above", payPoint: "band7.top" },
  { id: "resident-doctors", label: "resident and locally employed doctors", payPoint: "CT1-2/ST1-2.np3" },
  {
    id: "specialty-doctors",
    label: "specialty doctors and specialists",
    payPoint: "specialty_doctor_2021.yr0-2",
  },
  { id: "consultants", label: "consultants", payPoint: "consultant.T2b.yr4-7" },
];

/**
 * The group of a pay point; null of a row of the study's unit cost table, whose grade only the table's publisher knows.
 *
 * @example staffGroupOf("band8a.top") // => { id: "bands-7-9", label: "staff of band 7 and above", payPoint: "band7.top" }
 */
export function staffGroupOf(payPoint: string): StaffGroup | null {
  if (payPoint.startsWith(unitCostPrefix)) return null;
  const band = /^band(\d)/.exec(payPoint)?.[1];
  const id =
    band !== undefined
      ? Number(band) <= 4
        ? "bands-2-4"
        : Number(band) <= 6
          ? "bands-5-6"
          : "bands-7-9"
      : payPoint.startsWith("consultant")
        ? "consultants"
        : /^(special|associate)/.test(payPoint)
          ? "specialty-doctors"
          : "resident-doctors";
  return staffGroups.find((group) => group.id === id)!;
}
