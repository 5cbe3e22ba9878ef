/** Which departures from no difference count against it: either way, only upwards, or only downwards. */
export type Alternative = "two-sided" | "greater" | "less";
