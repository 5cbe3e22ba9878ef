import { notForReleaseNotice } from "../charts/draw-charts.js";
import type { Block, Document, Section } from "./document.js";
import { keepLiveLinks } from "./live-links.js";
import { markLongTables } from "./long-tables.js";
import type { ReportInput } from "./report-input.js";
import { sections } from "./sections/index.js";
import type { ReportSection } from "./sections/section.js";
import { written } from "./written.js";

export type { DisclosureSummary } from "../disclosure/gate.js";
export type { CostPeriod, MethodNote, RateNote, ReportInput } from "./report-input.js";

export const syntheticBanner = "Synthetic data. Not real people or Trusts. Do not quote.";
/**
 * The report as a document: what was declared, in words; what the gate let through, as numbers that keep their result's
 * id; and what people wrote, untouched. Pure: the same input gives the same document.
 */
export function composeReport(input: ReportInput): Document {
  const { study } = input;
  const composed = sections.flatMap((section) => composeSection(section, input));
  return {
    title: study.report.title,
    subtitle: study.report.subtitle ?? "",
    language: "en-GB",
    banner: bannerOf(input),
    authors: study.report.authors,
    steeringGroup: study.report.steering_group,
    imprint: `Study ${study.study.id}. Made with pilot-eval ${input.version}.`,
    sections: markLongTables(keepLiveLinks(placeOtherFigures(composed, input))),
  };
}

/** What stands on every page and sheet: that nothing was held back, or that the data are made up. */
function bannerOf({ study, disclosure }: ReportInput): string | null {
  const said = [
    ...(disclosure.release === "refused" ? [notForReleaseNotice] : []),
    ...(study.study.synthetic ? [syntheticBanner] : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}

/** Names that a file in narrative/ may have. */
export const sectionIds: readonly string[] = sections.map((section) => section.id);

function composeSection(section: ReportSection, input: ReportInput): readonly Section[] {
  const own = section.blocks(input);
  const human = written(input.study, section.id);
  const blocks = section.narrative === "last" ? [...own, ...human] : [...human, ...own];
  return blocks.length === 0 ? [] : [{ id: section.id, heading: section.heading, blocks }];
}

/** A chart that no section takes is shown all the same, before the discussion. */
function placeOtherFigures(composed: readonly Section[], input: ReportInput): readonly Section[] {
  const taken = new Set(composed.flatMap((section) => section.blocks.flatMap(figureId)));
  const others = input.figures.filter((figure) => !taken.has(figure.id));
  if (others.length === 0) return composed;
  const section: Section = { id: "other-charts", heading: "Other charts", blocks: others };
  const place = composed.findIndex((one) => one.id === "discussion");
  return [...composed.slice(0, place), section, ...composed.slice(place)];
}

function figureId(block: Block): readonly string[] {
  return block.kind === "figure" ? [block.id] : [];
}
