import { readySolver } from "../disclosure/attack/highs.js";
import { nearestOf } from "../disclosure/attack/audit-results.js";
import type { Bounded } from "../disclosure/attack/audit-results.js";
import { breachesOf } from "../disclosure/attack/breaches.js";
import { Contradiction } from "../disclosure/attack/contradiction.js";
import { systemOf } from "../disclosure/attack/system-of.js";
import { Unproven } from "../disclosure/attack/unproven.js";
import { openFolder } from "../ingest/folder.js";
import { readRelease } from "../run/read-release.js";
import type { NoRelease, ReadRelease } from "../run/read-release.js";
import { readVersion } from "../run/shipped.js";
import { auditClosedWorld } from "./audit-closed-world.js";
import { auditReleasesTogether } from "./audit-together.js";
import { exitCodes } from "./command.js";
import type { Effects } from "./command.js";
import { PersonError } from "./person-error.js";
import { kindOf } from "./refuse-places.js";
import { printAttack, printContradiction, printUnproven } from "./print-attack.js";

/** One part of an audit: what it found in a release, for people and for programs. */
export interface AuditPart {
  /** Its name in JSON. */
  readonly name: string;
  /** Whether it found something that must not be sent. */
  readonly isFound: boolean;
  readonly text: string;
  readonly json: unknown;
}

export interface AuditFlags {
  /** Attack the numbers of results.json alone, whatever else is in the folder or missing from it. */
  readonly numbers?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Every part that a release goes through, in the order in which they are told. */
const parts: readonly ((release: ReadRelease, flags: AuditFlags) => AuditPart | Promise<AuditPart>)[] = [
  attackNumbers,
  auditClosedWorld,
];

/** Audit releases one by one, and then those of one study together. */
export async function auditCommand(
  folders: readonly string[],
  flags: AuditFlags,
  effects: Effects,
): Promise<number> {
  if (folders.length === 0)
    throw new PersonError(
      "audit: expected one release folder or more, found none. Write for example: pilot-eval audit my-report/release",
    );
  await readySolver();
  const releases = await readReleases(folders);
  const version = await readVersion();
  for (const release of releases)
    if (release.version !== null && release.version !== version)
      effects.talk(
        `${release.folder}: made by version ${release.version}; this is ${version}, and attacks by its own rules.\n`,
      );
  const audited = [];
  for (const release of releases) {
    const found: AuditPart[] = [];
    for (const part of flags.numbers ? [attackNumbers] : parts) found.push(await part(release, flags));
    audited.push({ release, found });
  }
  const together = auditReleasesTogether(releases, flags);
  const each = audited.map(({ release: { folder }, found }) => ({
    text: `${folder}\n${found.map(({ text }) => text).join("")}`,
    json: { folder, ...Object.fromEntries(found.map(({ name, json }) => [name, json])) },
  }));
  effects.out(
    flags.json
      ? `${JSON.stringify(
          [...each, ...together].flatMap(({ json }) => json ?? []),
          null,
          2,
        )}\n`
      : [...each, ...together].map(({ text }) => text).join("\n"),
  );
  return [...audited.flatMap(({ found }) => found), ...together].some(({ isFound }) => isFound)
    ? exitCodes.dataRefused
    : exitCodes.done;
}

/** All releases, or all that is wrong with what was named. */
async function readReleases(folders: readonly string[]): Promise<readonly ReadRelease[]> {
  const read = await Promise.all(
    folders.map(async (folder): Promise<ReadRelease | NoRelease> => {
      const kind = await kindOf(folder);
      if (kind === "nothing")
        return { folder, problem: "no such folder. Name the folder `release` that `pilot-eval run` wrote." };
      if (kind === "file")
        return { folder, problem: "expected a release folder, found a file. Name the folder that holds it." };
      return readRelease(folder, (file) => openFolder(folder).read(file));
    }),
  );
  const wrong = read.filter((one): one is NoRelease => "problem" in one);
  if (wrong.length > 0)
    throw new PersonError(wrong.map(({ folder, problem }) => `${folder}: ${problem}`).join("\n"));
  return read as readonly ReadRelease[];
}

/** Part (a): what can be worked out from the numbers alone. */
function attackNumbers({ released, policy }: ReadRelease, { all = false }: AuditFlags): AuditPart {
  try {
    const { system, protected: numbers } = systemOf(released, policy);
    const breaches = breachesOf(system, numbers);
    const nearest = breaches.length > 0 ? null : nearestOf(system, numbers);
    return {
      name: "numbers",
      isFound: breaches.length > 0,
      text: printAttack(released, numbers.length, breaches, nearest, all),
      json: {
        attacked: numbers.length,
        givenAway: breaches.map((breach) => ({
          ...forJson(breach),
          proven: breach.isProven,
          from: breach.from,
        })),
        nearest: nearest && forJson(nearest),
      },
    };
  } catch (error) {
    if (error instanceof Unproven)
      return { name: "numbers", isFound: true, text: printUnproven(), json: { unproven: true } };
    if (!(error instanceof Contradiction)) throw error;
    const { from } = error;
    return {
      name: "numbers",
      isFound: true,
      text: printContradiction(released, from),
      json: { contradiction: from },
    };
  }
}

function forJson({
  protected: { id, what, width },
  bounds: { low, high },
}: Bounded): Record<string, unknown> {
  return { id, what, low, high, asked: width };
}
