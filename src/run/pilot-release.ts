import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { imgTimeComponent, programmeComponent } from "../costs/estimate/assumptions.js";
import type { Pilot, PilotQuantity } from "../costs/estimate/from-pilot.js";
import { quantityBases } from "../costs/quantity-basis.js";
import { staffGroups } from "../costs/staff-group.js";
import { slug } from "../core/result.js";
import { digest } from "./digest.js";

const manifestShape = z.object({
  tool: z.literal("pilot-eval"),
  study: z.string(),
  synthetic: z.boolean(),
  outputs: z.record(z.string(), z.string()),
});

const quantityShape = z.object({
  kind: z.literal("estimate"),
  id: z.string(),
  unit: z.string(),
  estimate: z.number().nonnegative(),
  prediction: z.object({ low: z.number(), high: z.number() }).optional(),
});

const isQuantity = (result: unknown): boolean =>
  z.object({ id: z.string().startsWith("cost/quantity/") }).safeParse(result).success;

/**
 * Read the quantities of a pilot from the release folder of its run, or say why it cannot be used: it is not one, it was
 * edited since it was written, or it holds no quantities.
 *
 * @param components ids of the induction components
 */
export async function readPilotRelease(
  folder: string,
  components: readonly string[],
): Promise<{ readonly pilot: Pilot } | { readonly refused: string }> {
  const manifestBytes = await readFile(join(folder, "manifest.json")).catch(() => null);
  if (manifestBytes === null)
    return { refused: "expected the release folder of a run, found no manifest.json in it" };
  const manifest = manifestShape.safeParse(parse(manifestBytes));
  if (!manifest.success) return { refused: "manifest.json is not that of a run of this tool" };
  const { study, synthetic, outputs } = manifest.data;
  const resultBytes = await readFile(join(folder, "results.json")).catch(() => null);
  if (resultBytes === null) return { refused: "expected results.json, found none" };
  if (outputs["results.json"] !== digest(resultBytes))
    return {
      refused:
        "results.json was edited after it was written: its digest is not the manifest's. Run the study again",
    };
  const parsed = z.object({ results: z.array(z.unknown()) }).safeParse(parse(resultBytes));
  if (!parsed.success) return { refused: "results.json holds no list of results" };
  const found = parsed.data.results.filter(isQuantity);
  if (found.length === 0)
    return {
      refused:
        "the release holds no quantities: it was written by an older version, or its study has no costs. Run the study again",
    };
  const released = found.flatMap((result) => quantityShape.safeParse(result).data ?? []);
  const quantities = released.flatMap((one) => quantityOf(one, components) ?? []);
  if (quantities.length === 0)
    return {
      refused: "the release holds its quantities back, to protect the Trusts: there is nothing to use",
    };
  const inPounds = released.find(({ unit }) => unit.startsWith("GBP"));
  return { pilot: { study, synthetic, priceYear: inPounds?.unit.split(" ")[1] ?? "", quantities } };
}

/** A quantity by the parts of its id, `cost/quantity/enb-01/resident-doctors/each-img/pooled`; null for one we do not know. */
function quantityOf(
  { id, unit, estimate, prediction }: z.infer<typeof quantityShape>,
  components: readonly string[],
): PilotQuantity | null {
  const [, , part = "", kind = "", per = ""] = id.split("/");
  const component = [...components, programmeComponent, imgTimeComponent].find((one) => slug(one) === part);
  const basis = quantityBases.find((one) => slug(one) === per);
  const isTime = unit.startsWith("hours");
  if (component === undefined || basis === undefined) return null;
  if (isTime && !staffGroups.some((group) => group.id === kind)) return null;
  return { result: id, component, kind, basis, isTime, value: estimate, range: prediction ?? null };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
