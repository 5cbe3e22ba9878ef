import { safeParse } from "zod";
import type { z } from "zod";
import { studySchema } from "./schema.js";

type Schema = z.core.$ZodTypes;

/**
 * Names of the settings that may stand in a group of settings of study.yaml, in the order of the schema; none where the path
 * leads to no such group. Of a group that may take several forms, those of all of them.
 *
 * @example settingsAt(["period"]) // => ["from", "to"]
 */
export function settingsAt(path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(schemasAt(path).flatMap((schema) => Object.keys(shapeOf(schema))))];
}

/**
 * Whether a setting must be there, so that a line without a value cannot simply be removed.
 *
 * @example isRequired(["duplicates"]) // => false
 */
export function isRequired(path: readonly PropertyKey[]): boolean {
  const name = path.at(-1);
  const declared = schemasAt(path.slice(0, -1)).flatMap((schema) => shapeOf(schema)[String(name)] ?? []);
  return declared.length > 0 && !declared.some((schema) => safeParse(schema, undefined).success);
}

function schemasAt(path: readonly PropertyKey[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap((schema) => formsOf(within(schema, key))),
    formsOf([studySchema]),
  );
}

function within(schema: Schema, key: PropertyKey): readonly z.core.$ZodType[] {
  const { def } = schema._zod;
  if (def.type === "array") return [def.element];
  return shapeOf(schema)[String(key)] ? [shapeOf(schema)[String(key)]!] : [];
}

function shapeOf({ _zod: { def } }: Schema): Readonly<Record<string, z.core.$ZodType>> {
  return def.type === "object" ? def.shape : {};
}

/** What a schema asks for beneath defaults and conversions; each form where there are several. */
function formsOf(schemas: readonly z.core.$ZodType[]): readonly Schema[] {
  return schemas.flatMap((schema): readonly Schema[] => {
    const form = schema as Schema;
    const { def } = form._zod;
    if (def.type === "optional" || def.type === "default") return formsOf([def.innerType]);
    if (def.type === "union") return formsOf(def.options);
    return def.type === "pipe" ? formsOf([def.in, def.out]) : [form];
  });
}
