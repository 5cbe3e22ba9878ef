import { slug } from "../../core/result.js";
import { itemsOf } from "../../study/study.js";
import type { Scale } from "../../study/study.js";
import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { trustTable } from "../tables/trust-table.js";

/** The two most favourable answers to each question of a scale, by Trust. */
export function itemsByTrust(input: ReportInput, scale: Scale): readonly Block[] {
  const { study } = input;
  return trustTable(input, {
    id: `${scale.id}-top-two`,
    caption: `${scale.label}: two most favourable answers`,
    description: "Share of those who gave an answer. Questions worded the other way are turned.",
    headings: ["Question", "Survey"],
    lines: itemsOf(study, scale.id).flatMap((item) =>
      study.waves
        .filter((wave) => item.waves.includes(wave.id))
        .map((wave) => ({
          label: item.label,
          more: [wave.label],
          id: (slice: string) => `item/${slug(item.name)}/${wave.id}/top-two/${slice}`,
        })),
    ),
  });
}
