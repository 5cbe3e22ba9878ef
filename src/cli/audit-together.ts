import { Contradiction } from "../disclosure/attack/contradiction.js";
import { auditTogether } from "../disclosure/attack/together/audit-together.js";
import { untoldLevels } from "../disclosure/attack/together/untold-levels.js";
import { Unproven } from "../disclosure/attack/unproven.js";
import { fromHeldId } from "../disclosure/attack/together/held.js";
import type { TogetherAudit } from "../disclosure/attack/together/audit-together.js";
import type { ReadRelease, ReleasedStudy } from "../run/read-release.js";
import { printUnproven } from "./print-attack.js";
import { printTogether } from "./print-together.js";

/** What was found of several releases; no JSON where there was nothing to put together. */
export interface AuditedTogether {
  readonly isFound: boolean;
  readonly text: string;
  readonly json: object | null;
}

/** A release that says of which study it is. */
export interface OfStudy extends ReadRelease {
  readonly study: ReleasedStudy;
}

/**
 * Part (c): what somebody can work out who holds several of the releases. Those of one study are put together, in the order of
 * their names, each once; nothing for a single release.
 */
export function auditReleasesTogether(
  releases: readonly ReadRelease[],
  { all = false }: { readonly all?: boolean },
): readonly AuditedTogether[] {
  if (releases.length < 2) return [];
  const inOrder = [...releases].sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0));
  const byStudy = new Map<string, OfStudy[]>();
  for (const one of inOrder)
    if (isOfStudy(one)) byStudy.set(one.study.id, [...(byStudy.get(one.study.id) ?? []), one]);
  const several = [...byStudy.values()].filter((own) => own.length > 1);
  const alone = inOrder.filter((one) => !several.some((own) => own.some((other) => other === one)));
  return [...several.map((own) => auditStudy(own, all)), ...(alone.length === 0 ? [] : [notTogether(alone)])];
}

function isOfStudy(release: ReadRelease): release is OfStudy {
  return release.study !== null;
}

/** Of a release that names no study nobody can say what it tells beside the others, so that it is not called clean. */
function notTogether(alone: readonly ReadRelease[]): AuditedTogether {
  const unnamed = alone.filter((one) => !isOfStudy(one)).map(({ folder }) => folder);
  const lines = alone.map(({ folder, study }) =>
    study === null
      ? `  ${folder} does not say of which study it is, so nobody can say what it tells beside the others.`
      : `  ${folder} is of "${study.title}".`,
  );
  return {
    isFound: unnamed.length > 0,
    text: `Not put together with others, since only releases of one study are:\n${lines.join("\n")}\n`,
    json: unnamed.length > 0 ? { folders: unnamed, together: { notCompared: "no study named" } } : null,
  };
}

function auditStudy(releases: readonly OfStudy[], all: boolean): AuditedTogether {
  const folders = releases.map(({ folder }) => folder);
  const heading = `Together, for whoever holds them all: ${folders.join(", ")}\n`;
  const different = releases.filter(
    (one, place) => !releases.slice(0, place).some((other) => isSame(one, other)),
  );
  if (different.length === 1)
    return { isFound: false, text: `${heading}  They tell the same.\n`, json: { folders, together: null } };
  try {
    const untold = different.flatMap(({ folder, released }) =>
      untoldLevels({ released }).map((variable) => ({ folder, variable })),
    );
    const audit = auditTogether(
      different.map(({ released, policy, study: { questions } }) => ({ released, policy, questions })),
    );
    return {
      isFound: isFoundIn(audit) || untold.length > 0,
      text: `${heading}${printTogether(audit, different, all)}${untold.map(untoldWords).join("")}`,
      json: { folders, together: { ...forJson(audit, different), levelsNotCompared: untold } },
    };
  } catch (error) {
    if (error instanceof Unproven)
      return {
        isFound: true,
        text: `${heading}${printUnproven()}`,
        json: { folders, together: { unproven: true } },
      };
    if (!(error instanceof Contradiction)) throw error;
    const text = `${heading}  Not put together: the numbers of one of them cannot all be true, as said above.\n`;
    return { isFound: true, text, json: { folders, together: { contradiction: error.from } } };
  }
}

function isFoundIn(audit: TogetherAudit): boolean {
  const { breaches, shown, apart, few, changes, putBack, imgs, imgsNotTried, open } = audit;
  return (
    audit.isTooMany ||
    [breaches, shown, apart, few, changes.told, putBack, imgs, imgsNotTried, open].some(
      (found) => found.length > 0,
    )
  );
}

function untoldWords({ folder, variable }: { readonly folder: string; readonly variable: string }): string {
  return `  Not compared: ${folder} does not say which answers its levels of ${variable} join. Make it again with \`pilot-eval run\`.\n`;
}

function isSame(one: ReadRelease, other: ReadRelease): boolean {
  const told = ({ released, policy }: ReadRelease) => JSON.stringify([released, policy]);
  return told(one) === told(other);
}

function forJson(audit: TogetherAudit, releases: readonly OfStudy[]): object {
  const folder = (held: number) => releases[held]!.folder;
  const named = ({ held, id }: { readonly held: number; readonly id: string }) => ({
    folder: folder(held),
    id,
  });
  const pair = ({ shown: [one, other] }: TogetherAudit["differing"][number]) =>
    [one, other].map(({ held, result }) => ({ folder: folder(held), id: result.id }));
  return {
    attacked: audit.attacked,
    givenAway: audit.breaches.map(({ protected: number, bounds, isProven, from }) => ({
      id: number.id,
      what: number.what,
      ...(number.part === null ? {} : { part: number.part }),
      ...bounds,
      asked: number.width,
      askedBy: number.askedBy.map(folder),
      proven: isProven,
      from: from.map((one) => named(fromHeldId(one))),
    })),
    heldBackAndShown: audit.shown.map(({ heldBack, shown }) => ({
      heldBack: named(heldBack),
      shown: named(shown),
    })),
    joinedAndApart: audit.apart.map(({ joined, apart }) => ({
      joined: { folder: folder(joined.held), group: joined.name },
      apart: { folder: folder(apart.held), group: apart.name },
    })),
    fewApart: audit.few.map((one) => ({ results: pair(one), more: one.more, minimum: one.minimum })),
    changesTold: audit.changes.told.map(({ protected: { id, what, width }, bounds, ...one }) => ({
      id,
      what,
      earlier: folder(one.earlier),
      later: folder(one.later),
      ...bounds,
      asked: width,
      proven: one.isProven,
      from: one.from.map((text) => named(fromHeldId(text))),
    })),
    shownOfHeldBack: audit.putBack.map(({ shown, earlier }) => ({
      shown: named(shown),
      earlier: named(earlier),
    })),
    imgsTold: audit.imgs.map(({ protected: { id, width }, held, bounds, isProven, from }) => ({
      ...named({ held, id }),
      ...bounds,
      asked: width,
      proven: isProven,
      from: from.map((text) => named(fromHeldId(text))),
    })),
    imgsNotTried: audit.imgsNotTried.map((places) => places.map(folder)),
    mayBeFew: audit.open.map(pair),
    allTried: !audit.isTooMany,
    differing: audit.differing.map(pair),
    contradicting: audit.contradicting.map((from) => from.map((one) => named(fromHeldId(one)))),
  };
}
