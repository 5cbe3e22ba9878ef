import { z } from "zod";
import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { policyOf } from "../disclosure/policy.js";
import type { Policy } from "../disclosure/policy.js";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy, PublicVariable } from "../study/public-study.js";
import { noticeName } from "./findings-files.js";
import { disclosureSchema, profileNames } from "../study/schema-disclosure.js";

/** A release as anybody who was sent it can read it. */
export interface ReadRelease {
  /** Where it was read from, as the person named it. */
  readonly folder: string;
  /** Version of the tool that made it; null when it does not say. */
  readonly version: string | null;
  readonly released: Released;
  readonly policy: Policy;
  /** The study that it is of; null when it does not say. */
  readonly study: ReleasedStudy | null;
}

/** What the releases of a study are known by, its questions, which tell what answers were joined, and its waves. */
export interface ReleasedStudy extends Pick<PublicStudy["study"], "id" | "title"> {
  readonly questions: readonly Pick<PublicVariable, "name" | "categories" | "reverse">[];
  readonly waves: readonly Pick<PublicStudy["waves"][number], "id" | "label">[];
}

/** Why a folder is not a release that can be read, in words for the person who named it. */
export interface NoRelease {
  readonly folder: string;
  readonly problem: string;
}

const subject = z.looseObject({
  measure: z.string(),
  trusts: z.array(z.string()),
  sensitivity: z.enum(["service", "opinion", "personal"]),
});
const named = { id: z.string(), label: z.string(), unit: z.string(), method: z.string(), subject };
const limits = z.looseObject({ low: z.number(), high: z.number(), level: z.number(), method: z.string() });
const result = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("estimate"),
    ...named,
    estimate: z.number(),
    n: z.number(),
    interval: limits.nullable(),
    precision: z.number().optional(),
    nPrecision: z.number().optional(),
    source: z.looseObject({ columns: z.array(z.string()) }),
  }),
  z.looseObject({ kind: z.literal("unavailable"), ...named, reason: z.string() }),
  z.looseObject({ kind: z.literal("suppressed"), ...named, reason: z.string() }),
]);
const resultsJson = z.looseObject({
  groups: z.array(z.array(z.string()).min(1)).min(1),
  relations: z.array(z.looseObject({ kind: z.string() })),
  results: z.array(result),
  levels: z
    .array(
      z.object({
        variable: z.string(),
        levels: z.array(z.object({ label: z.string(), codes: z.array(z.number()) })),
      }),
    )
    .optional(),
});

/**
 * Read what an attacker reads of a release: the numbers of its results.json.
 *
 * @param read a file of the folder by its name; null when there is none of that name
 */
export async function readRelease(
  folder: string,
  read: (file: string) => Promise<Uint8Array | null>,
): Promise<ReadRelease | NoRelease> {
  const bytes = await read("results.json");
  if (await read(noticeName))
    return {
      folder,
      problem: `this is internal/, or another folder that is not to be sent: ${noticeName} lies in it. Name the folder \`release\` that \`pilot-eval run\` wrote.`,
    };
  if (bytes === null)
    return {
      folder,
      problem: (await read("release/results.json"))
        ? `expected a release folder, found the folder that holds one. Name ${folder}/release.`
        : "expected a release folder with results.json in it, found none. Name the folder `release` that `pilot-eval run` wrote.",
    };
  const json = readJson(bytes);
  const parsed = resultsJson.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(" > ") || "the file";
    return {
      folder,
      problem: `results.json is not one that this version writes: ${place}: ${issue?.message ?? "unreadable"}. Make the release again with \`pilot-eval run\`, or audit it with the version that made it.`,
    };
  }
  const policy = policyIn(json);
  if (policy === null)
    return {
      folder,
      problem:
        "results.json does not say by which disclosure policy it was made, so nobody can say what it must not tell.",
    };
  const { results, groups, relations, levels } = parsed.data;
  return {
    folder,
    version: versionOf(json) ?? versionOf(readJson(await read("manifest.json"))),
    released: {
      results: results as unknown as readonly Result[],
      groups,
      relations: relations as unknown as readonly Relation[],
      ...(levels === undefined ? {} : { levels }),
    },
    policy,
    study: studyIn(json),
  };
}

const { profile, own } = disclosureSchema.shape;
const declared = z.looseObject({
  study: z.looseObject({ disclosure: z.looseObject({ profile, own }) }),
});
const summarised = z.looseObject({ disclosure: z.looseObject({ profile: z.enum(profileNames) }) });

/** The policy a release was made by: as its study declares it, or by its name. */
function policyIn(json: unknown): Policy | null {
  const whole = declared.safeParse(json);
  if (whole.success) return policyOf(whole.data.study.disclosure);
  const name = summarised.safeParse(json);
  return name.success ? policyOf(name.data.disclosure) : null;
}

const identified = z.looseObject({
  study: z.looseObject({
    study: z.looseObject({ id: z.string(), title: z.string() }),
    waves: z.array(z.looseObject({ id: z.string(), label: z.string() })),
    variables: z.array(
      z.looseObject({
        name: z.string(),
        reverse: z.boolean(),
        categories: z.array(z.object({ code: z.number(), label: z.string() })),
      }),
    ),
  }),
});

function studyIn(json: unknown): ReleasedStudy | null {
  const parsed = identified.safeParse(json);
  if (!parsed.success) return null;
  const { study, variables, waves } = parsed.data.study;
  return { id: study.id, title: study.title, questions: variables, waves };
}

function readJson(bytes: Uint8Array | null): unknown {
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return null;
  }
}

function versionOf(json: unknown): string | null {
  const parsed = z.looseObject({ version: z.string() }).safeParse(json);
  return parsed.success ? parsed.data.version : null;
}
