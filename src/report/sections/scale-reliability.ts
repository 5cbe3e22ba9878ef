import { wholeStudy } from "../../charts/shown-slices.js";
import { findResult } from "../../disclosure/released.js";
import { itemsOf } from "../../study/study.js";
import type { Scale, Wave } from "../../study/study.js";
import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import type { MeasureLine } from "../tables/measure-table.js";

/** How well the questions of each scale hang together, scale by scale and question by question. */
export function scaleReliability(input: ReportInput): readonly Block[] {
  const { study } = input;
  const { slug } = wholeStudy(study);
  const scaled = study.scales.flatMap((scale) =>
    study.waves
      .filter((wave) => findResult(input.released, idOf(scale, wave, "alpha", slug)) !== undefined)
      .map((wave) => ({ scale, wave })),
  );
  const scales = measureTable(input, {
    id: "scale-reliability",
    caption: "How well the questions of each scale hang together",
    description:
      "People who answered every question of the scale. Omega needs at least five people for each question.",
    headings: ["Scale", "Survey"],
    measures: [{ heading: "Cronbach's alpha", beside: "interval and n" }, { heading: "Omega" }],
    lines: scaled.map(({ scale, wave }) => ({
      label: scale.label,
      more: [wave.label],
      ids: ["alpha", "omega"].map((part) => idOf(scale, wave, part, slug)),
    })),
  });
  if (scales.length === 0) return [];
  const questions = scaled.flatMap(({ scale, wave }): readonly MeasureLine[] =>
    itemsOf(study, scale.id)
      .filter((item) => item.waves.includes(wave.id))
      .map((item) => ({
        label: item.label,
        more: [scale.label, wave.label],
        ids: ["item-rest", "alpha-without"].map((part) =>
          idOf(scale, wave, `${part}/${item.name.replace(/_/g, "-")}`, slug),
        ),
      })),
  );
  return [
    ...paragraph(
      say`A score is worth having when the questions behind it go together. Alpha and omega say how far they do: 0 is not at all, 1 is as one.`,
      say`With few people the interval is wide, and no verdict is given.`,
    ),
    ...scales,
    ...measureTable(input, {
      id: "question-reliability",
      caption: "Each question against the others of its scale",
      description:
        "With the others: correlation with the sum of the other questions. Alpha without it: Cronbach's alpha of the other questions.",
      headings: ["Question", "Scale", "Survey"],
      measures: [{ heading: "With the others" }, { heading: "Alpha without it" }],
      lines: questions,
      cautions: false,
    }),
  ];
}

function idOf(scale: Scale, wave: Wave, part: string, slice: string): string {
  return `reliability/${scale.id}/${wave.id}/${part}/${slice}`;
}
