import { programmeComponent } from "../costs/estimate/assumptions.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";
import type { Asker } from "./ask.js";
import type { EstimateFlags } from "./estimate-flags.js";

/** Whether the flags say what is provided. */
export function hasProvision({ all, components, have, selfAssessment }: EstimateFlags): boolean {
  return all === true || [components, have, selfAssessment].some((one) => one !== undefined);
}

type Provision = Pick<EstimateFlags, "all" | "components" | "have">;

/** Ask what is provided: everything, some of it, or what there is today, for the cost of closing the gaps. */
export async function askProvision(
  flags: EstimateFlags,
  data: EstimateData,
  asker: Asker,
): Promise<Partial<Provision>> {
  if (hasProvision(flags)) return {};
  for (;;) {
    const typed = await asker.ask(
      "What is the estimate for?\n" +
        "  1  all: every part of the induction\n" +
        "  2  some: the parts that you choose\n" +
        "  3  gaps: what it would cost to close the gaps of today\n" +
        "[all] > ",
    );
    if (/^(1|all|)$/i.test(typed)) return { all: true };
    if (/^(2|some)$/i.test(typed)) return { components: await askParts(data, asker) };
    if (/^(3|gaps)$/i.test(typed)) return { have: await askAnswers(data, asker) };
    asker.say("  Type 1, 2 or 3.\n");
  }
}

/** Go through the strands; everything of a strand is provided unless its number is typed. */
async function askParts(data: EstimateData, asker: Asker): Promise<string> {
  const chosen: string[] = [];
  asker.say("Type the numbers of what is NOT provided, with spaces between. Enter: all of it is.\n\n");
  for (const [strand, parts] of strandsOf(data)) {
    const listed = parts.map(({ label }, index) => `  ${index + 1}  ${label}\n`).join("");
    for (;;) {
      const typed = await asker.ask(`${strand}\n${listed}[all provided] > `);
      const numbers = typed
        .split(/[\s,]+/)
        .filter((word) => word !== "")
        .map(Number);
      if (numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= parts.length)) {
        chosen.push(...parts.filter((_, index) => !numbers.includes(index + 1)).map(({ id }) => id));
        break;
      }
      asker.say(`  Type numbers from 1 to ${parts.length}.\n`);
    }
  }
  return chosen.join(",");
}

/** Go through every part: is it there today? */
async function askAnswers(data: EstimateData, asker: Asker): Promise<string> {
  const answers: string[] = [];
  asker.say("For each part: y if it is there today, p if partly, n if not.\n\n");
  for (const [strand, parts] of strandsOf(data)) {
    asker.say(`${strand}\n`);
    for (const { id, label } of parts) {
      let answer: string | undefined;
      while (answer === undefined) {
        answer = readAnswer(await asker.ask(`  ${label}? > `));
        if (answer === undefined) asker.say("  Type y, p or n.\n");
      }
      answers.push(`${id}=${answer}`);
    }
  }
  return answers.join(",");
}

function readAnswer(typed: string): string | undefined {
  return ["yes", "partly", "no"].find((word) => typed !== "" && word.startsWith(typed.toLowerCase()));
}

function strandsOf(data: EstimateData): ReadonlyMap<string, readonly { id: string; label: string }[]> {
  const strands = new Map<string, { id: string; label: string }[]>();
  const programme = {
    id: programmeComponent,
    strand: "the whole programme",
    label: "A coordinator, rooms and materials for the whole programme",
  };
  for (const { id, strand, label } of [...data.components, programme])
    strands.set(strand, [...(strands.get(strand) ?? []), { id, label }]);
  return strands;
}
