import type { Fill, Font, Style } from "exceljs";
import type { ColumnGroup } from "./sheet.js";

const name = "Arial";
const dark = { argb: "FF12436D" };
const ink = { argb: "FF1A1A1A" };
const white = { argb: "FFFFFFFF" };

export const fonts = {
  title: { name, size: 16, bold: true, color: dark },
  plain: { name, size: 11, color: ink },
  strong: { name, size: 11, bold: true, color: ink },
  banner: { name, size: 11, bold: true, color: { argb: "FF801650" } },
} satisfies Record<string, Partial<Font>>;

/** What stands above the first column of each group. Colour alone says nothing. */
export const groupWords: Readonly<Record<ColumnGroup, string>> = {
  must: "Must be filled in (yellow cells)",
  may: "Only if it applies (white cells)",
  given: "Given",
  check: "Fills itself",
};

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** Ground of the cells of each group. */
export const fills: Readonly<Record<ColumnGroup, Fill>> = {
  must: solid("FFFFF6D6"),
  may: solid("FFFFFFFF"),
  given: solid("FFF2F2F2"),
  check: solid("FFF2F2F2"),
};

/** Headings of each group; white on dark, or dark on light, at 7 to 1 or more. */
export const headingStyles: Readonly<Record<ColumnGroup, Partial<Style>>> = {
  must: { font: { ...fonts.strong, color: white } as Font, fill: solid("FF12436D") },
  may: { font: { ...fonts.strong, color: white } as Font, fill: solid("FF4A4A4A") },
  given: { font: { ...fonts.strong, color: white } as Font, fill: solid("FF12436D") },
  check: { font: fonts.strong as Font, fill: solid("FFD9D9D9") },
};
