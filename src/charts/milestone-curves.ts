import type { TopLevelSpec } from "vega-lite";
import { countCell, printResult, resultCell, textCell } from "./cells.js";
import { slug } from "../core/result.js";
import type { Result } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { variablesOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { labelledLines } from "./lines.js";
import type { NamedLine } from "./lines.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { spreadPeople } from "./spread-people.js";
import { inSentence, listWords, spread, writeSpan } from "./wording.js";

/** Share of IMGs who had reached each milestone, by day since the start. */
export const milestoneCurves: Chart = {
  id: "milestone-curves",
  label: "Days to milestones",
  draw(released, study) {
    const curves = curvesOf(released, study);
    const nothing = nothingToDraw(
      curves.flatMap((curve) => curve.shares),
      "share of IMGs who had reached a milestone",
      study,
    );
    if (nothing) return nothing;
    const description = descriptionOf(curves, study);
    const leftOut = sayHeldBack(
      curves.flatMap((curve) => curve.shares),
      "left out",
      study,
    );
    return {
      spec: specOf(curves, study),
      caption: captionOf(curves, study),
      description,
      altText: sentences(altTextOf(curves, study), leftOut),
      leftOut,
      table: tableOf(curves, study, description),
    };
  },
};

/** One milestone, with the share at each declared day. */
interface Curve {
  readonly label: string;
  readonly wave: string | undefined;
  readonly shares: readonly (Result | undefined)[];
}

function daysOf(study: PublicStudy): readonly number[] {
  return [...study.milestone_days].sort((a, b) => a - b);
}

function curvesOf(released: Released, study: PublicStudy): readonly Curve[] {
  const whole = wholeStudy(study);
  const curves = variablesOf(study, "milestone").map((variable) => ({
    label: variable.label,
    wave: variable.waves.at(-1),
    shares: daysOf(study).map((day) =>
      findResult(released, `milestone/${slug(variable.name)}/day-${day}/${whole.slug}`),
    ),
  }));
  return curves.filter((curve) => curve.shares.some((share) => share !== undefined));
}

function specOf(curves: readonly Curve[], study: PublicStudy): TopLevelSpec {
  const days = daysOf(study);
  const lines = curves.map((curve): NamedLine => ({
    name: curve.label,
    points: days.map((day, index) => {
      const share = curve.shares[index];
      if (share?.kind !== "estimate") return null;
      return { x: day, y: share.estimate, low: share.interval?.low, high: share.interval?.high };
    }),
  }));
  return labelledLines(lines, {
    x: { title: "Days since starting in post", domain: [0, Math.max(1, ...days)], values: days },
    y: { title: "IMGs who had reached it", domain: [0, 1], format: ".0%" },
    height: 300,
  });
}

function descriptionOf(curves: readonly Curve[], study: PublicStudy): string {
  const waves = study.waves.filter((wave) => curves.some((curve) => curve.wave === wave.id));
  const when = listWords(waves.map((wave) => `${inSentence(wave.label)} survey, ${writeSpan(wave)}`));
  const people = spreadPeople(curves.flatMap(({ shares }) => shares));
  const level = Math.round(study.confidence_level * 100);
  return `Share of international medical graduates who had reached each milestone by the days marked, by the Kaplan-Meier method, ${placeOf(study)}, ${when}. Unit: per cent; ${people} people a curve. Bands are ${level}% intervals.`;
}

function captionOf(curves: readonly Curve[], study: PublicStudy): string {
  const days = daysOf(study);
  const last = days.findLastIndex((_, index) =>
    curves.every((curve) => curve.shares[index]?.kind === "estimate"),
  );
  if (last < 0) return "Share who had reached each milestone, by day";
  const shares = curves.flatMap(({ shares }) => {
    const share = shares[last];
    return share?.kind === "estimate" ? [{ value: share.estimate, text: printResult(share) }] : [];
  });
  return `By day ${days[last]}, ${spread(shares)} had reached each milestone`;
}

function altTextOf(curves: readonly Curve[], study: PublicStudy): string {
  const said = curves.map(({ label, shares }) => {
    const byDay = daysOf(study).flatMap((day, index) =>
      shares[index]?.kind === "estimate" ? [`day ${day} ${printResult(shares[index])}`] : [],
    );
    return `${label}: ${byDay.length === 0 ? "not shown" : byDay.join(", ")}.`;
  });
  return `Line chart, one line a milestone, of the share who had reached it by each day. ${said.join(" ")}`;
}

function tableOf(curves: readonly Curve[], study: PublicStudy, description: string): TableBlock {
  return {
    kind: "table",
    id: milestoneCurves.id,
    caption: milestoneCurves.label,
    description,
    columns: [
      { heading: "Milestone", align: "left" },
      ...daysOf(study).map((day) => ({ heading: `By day ${day}`, align: "right" as const })),
      { heading: "People", align: "right" },
    ],
    rows: curves.map(({ label, shares }) => [
      textCell(label),
      ...shares.map(resultCell),
      countCell(shares.find((share) => share?.kind === "estimate") ?? shares[0]),
    ]),
    notes: [],
  };
}
