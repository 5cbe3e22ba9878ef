import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { imgTimeComponent, programmeComponent } from "../costs/estimate/assumptions.js";
import type { Pilot, PilotQuantity, QuantityOf } from "../costs/estimate/pilot.js";
import { usedQuantities } from "../costs/estimate/from-pilot.js";
import { imgHours } from "../costs/estimate/pilot-img-time.js";
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

const named = {
  id: z.string().regex(/^cost\/quantity(\/[a-z0-9-]+){3}\/[a-z0-9+-]+$/),
  unit: z.string().regex(/^(hours|GBP \d{4}\/\d{2}) /),
};
/** A quantity with its number, or one that is named only: held back, or without anybody to divide by. */
const quantityShape = z.discriminatedUnion("kind", [
  z.object({
    ...named,
    kind: z.literal("estimate"),
    estimate: z.number(),
    settings: z.object({ year: z.string().regex(/^\d{4}\/\d{2}$/), perspective: z.string() }),
    prediction: z.object({ low: z.number(), high: z.number() }).optional(),
  }),
  z.object({ ...named, kind: z.enum(["suppressed", "unavailable"]) }),
]);
type Quantity = z.infer<typeof quantityShape>;

/** Whose costs the quantities must count: an estimate adds up what the Trust pays, extra or not. */
const neededPerspective = "trust-economic";

const isQuantity = (result: unknown): boolean =>
  z.object({ id: z.string().startsWith("cost/quantity/") }).safeParse(result).success;

/**
 * Read the quantities of a pilot from the release folder of its run, or say why it cannot be used: it is not one, it was
 * edited since it was written, it counts another perspective's costs, or it holds no quantities.
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
  const shapes = found.map((result) => quantityShape.safeParse(result));
  if (shapes.some(({ success }) => !success))
    return {
      refused:
        "results.json holds a quantity in a form that this version does not know: it was written by another version. Run the study again",
    };
  return pilotOf(
    { study, synthetic },
    shapes.flatMap(({ data }) => data ?? []),
    components,
  );
}

function pilotOf(
  manifest: Pick<Pilot, "study" | "synthetic">,
  found: readonly Quantity[],
  components: readonly string[],
): { readonly pilot: Pilot } | { readonly refused: string } {
  const released = found.flatMap((one) => (one.kind === "estimate" ? [one] : []));
  const other = released.find(({ settings }) => settings.perspective !== neededPerspective);
  if (other)
    return {
      refused: `expected quantities under costing perspective ${neededPerspective}, found ${JSON.stringify(other.settings.perspective)}: they leave out or add what the Trust pays. Set perspective: ${neededPerspective} in study.yaml and run the study again`,
    };
  const quantities = released.flatMap((one): readonly PilotQuantity[] => {
    const about = subjectOf(one, components);
    return about ? [{ ...about, value: one.estimate, range: one.prediction ?? null }] : [];
  });
  const withheld = found.flatMap((one) =>
    one.kind === "estimate" ? [] : (subjectOf(one, components) ?? []),
  );
  const priceYear = released[0]?.settings.year ?? "";
  const pilot = { ...manifest, priceYear, quantities, withheld };
  if (usedQuantities(pilot).length === 0 && imgHours(pilot) === null)
    return {
      refused:
        "the release holds its quantities back, or some of every part, to protect the Trusts: there is nothing to use",
    };
  return { pilot };
}

/** What a quantity is about, by the parts of its id, `cost/quantity/enb-01/resident-doctors/each-img/pooled`; null for one we do not know. */
function subjectOf(
  { id, unit }: Pick<Quantity, "id" | "unit">,
  components: readonly string[],
): QuantityOf | null {
  const [, , part = "", kind = "", per = ""] = id.split("/");
  const component = [...components, programmeComponent, imgTimeComponent].find((one) => slug(one) === part);
  const basis = quantityBases.find((one) => slug(one) === per);
  const isTime = unit.startsWith("hours");
  if (component === undefined || basis === undefined) return null;
  if (isTime && !staffGroups.some((group) => group.id === kind)) return null;
  return { result: id, component, kind, basis, isTime };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
