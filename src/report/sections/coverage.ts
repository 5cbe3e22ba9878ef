import { wholeStudy } from "../../charts/shown-slices.js";
import { capitalise } from "../../charts/wording.js";
import { slug } from "../../core/result.js";
import type { Estimate } from "../../core/result.js";
import { findEstimate } from "../../disclosure/released.js";
import { variablesOf } from "../../study/study.js";
import type { Component } from "../../study/study.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Block, Inline } from "../document.js";
import { extremeOf, ofThoseShown, onlyOneOf, sayOnlyOne, supportOf, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say, under } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import { trustTable } from "../tables/trust-table.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** What Trusts planned and delivered, what IMGs say they received, and the declared standards. */
export const coverage: ReportSection = {
  id: "coverage",
  heading: "What was delivered and received",
  blocks: (input) => [
    ...paragraph(tellReceived(input, "highest"), tellReceived(input, "lowest")),
    ...figures(input, "coverage-heat-map"),
    ...receivedTable(input),
    ...under("coverage-plan", "Planned against delivered", deliveryTable(input)),
    ...under("coverage-standards", "Standards that this study declares", standardsTable(input)),
  ],
};

/** The part of the induction received in full most often or least often, over all Trusts. */
export function tellReceived(input: ReportInput, which: "highest" | "lowest"): readonly Inline[] {
  const received = variablesOf(input.study, "received");
  const ids = received.map((variable) => coverageId(input, variable, "yes"));
  const labelOf = ({ subject }: Estimate) =>
    received.find((variable) => variable.name === subject.item)?.label ?? "";
  const only = which === "lowest" ? onlyOneOf(input, ids) : null;
  if (only !== null)
    return say`${sayOnlyOne(input, ids)}"${labelOf(only)}": ${valueOf(only)} of IMGs received it in full ${supportOf(only)}.`;
  const found = extremeOf(input, ids, which);
  if (found === null) return [];
  const label = labelOf(found);
  const often = which === "highest" ? "most often" : "least often";
  const among = ofThoseShown(input, ids);
  const start = among === "" ? "The" : `${among}the`;
  return say`${start} part received in full ${often} was "${label}": ${valueOf(found)} of IMGs ${supportOf(found)}.`;
}

/** Id of the share of IMGs over all Trusts with one answer, at the last survey that asked. */
function coverageId(
  { study }: ReportInput,
  variable: PublicVariable,
  answer: "no" | "partly" | "yes",
): string {
  return `coverage/${slug(variable.name)}/${variable.waves.at(-1) ?? ""}/${answer}/${wholeStudy(study).slug}`;
}

function receivedTable(input: ReportInput): readonly Block[] {
  return measureTable(input, {
    id: "parts-received",
    caption: "Parts of the induction that IMGs say they received",
    description: `Share of IMGs, ${wholeStudy(input.study).name}, of those to whom it applied and who knew.`,
    headings: ["Part of the induction"],
    measures: [{ heading: "No" }, { heading: "In part" }, { heading: "In full", beside: "interval and n" }],
    lines: variablesOf(input.study, "received").map((variable) => ({
      label: variable.label,
      ids: (["no", "partly", "yes"] as const).map((answer) => coverageId(input, variable, answer)),
    })),
  });
}

function deliveryTable(input: ReportInput): readonly Block[] {
  const several = input.study.trusts.length > 1;
  const nowhere = input.study.components.filter((component) =>
    deliveryIds(component).every((id) => findEstimate(input.released, id)?.estimate === 0),
  );
  return measureTable(input, {
    id: "planned-and-delivered",
    caption: `Parts of the induction planned and delivered, as ${several ? "Trusts say" : "the Trust says"}`,
    description: `${several ? "Number of Trusts, from their cost returns." : "From the cost return: 1 where the Trust says so, 0 where not."} The list of parts comes from public descriptions.`,
    headings: ["Part of the induction", "Strand"],
    measures: [
      { heading: "Planned" },
      { heading: "Delivered" },
      { heading: "Delivered in part", ...(several ? { beside: { n: "Trusts that answered" } } : {}) },
    ],
    lines: input.study.components
      .filter((component) => !nowhere.includes(component))
      .map((component) => ({
        label: component.label,
        more: [capitalise(component.strand)],
        ids: deliveryIds(component),
      })),
    notes:
      nowhere.length === 0
        ? []
        : [
            `Planned and delivered by ${several ? "no Trust" : "nobody"}: ${nowhere.map((component) => component.label).join("; ")}.`,
          ],
  });
}

function deliveryIds(component: Component): readonly string[] {
  const levels = ["planned", "delivered-yes", "delivered-partly"];
  return levels.map((level) => `delivery/${slug(component.id)}/${level}`);
}

function standardsTable(input: ReportInput): readonly Block[] {
  return trustTable(input, {
    id: "standards-met",
    caption: "Standards met",
    description: "Share of IMGs whose answers meet each standard. The thresholds are this study's own.",
    headings: ["Standard"],
    lines: input.study.standards.map((standard) => ({
      label: standard.label,
      id: (slice: string) => `standard/${standard.id}/${slice}`,
    })),
    notes: input.study.standards.map(({ label, basis }) => `Basis of "${label}": ${basis}.`),
  });
}
