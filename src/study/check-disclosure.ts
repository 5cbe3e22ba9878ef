import type { Issue } from "../core/issue.js";
import type { YamlFile } from "./read-yaml.js";
import type { ProfileName } from "./schema-disclosure.js";
import type { Study } from "./study.js";
import { printPath } from "./yaml-path.js";

/** Fewest people behind any number under each profile. */
export type MinimumOfProfile = Readonly<Record<ProfileName, number>>;

/**
 * Consents of a day that has not come. Nothing is told where today is not known. The days of a study of invented data are
 * invented too: these are held against the end of its own period where that is later.
 *
 * @param today year-month-day
 */
export function checkConsents(
  { disclosure, study, period }: Pick<Study, "disclosure" | "study" | "period">,
  today: string | undefined,
  yaml: YamlFile,
): readonly Issue[] {
  if (today === undefined) return [];
  const latest = study.synthetic && period.to > today ? period.to : today;
  return disclosure.trust_costs.flatMap(({ on }, index): readonly Issue[] => {
    if (on <= latest) return [];
    const path = ["disclosure", "trust_costs", index, "on"];
    return [
      {
        code: "consent",
        severity: "error",
        at: yaml.placeOf(path),
        message: `${printPath(path)}: expected the day on which the Trust agreed, found ${on}, which has not come yet`,
        expected: `a day up to ${latest}`,
        found: on,
        fix: "correct the day, or remove the consent until it is given",
      },
    ];
  });
}

/** A policy that shows smaller groups than respondents were promised. */
export function checkDisclosure(
  { disclosure }: Pick<Study, "disclosure">,
  minimums: MinimumOfProfile,
  yaml: YamlFile,
): readonly Issue[] {
  const { profile, own, promise } = disclosure;
  if (promise === undefined) return [];
  const base = own?.based_on ?? (profile === "own" ? "pilot" : profile);
  const minimum = own?.minimum_people ?? minimums[base];
  if (minimum >= promise) return [];
  const enough = (Object.keys(minimums) as ProfileName[]).filter((name) => minimums[name] >= promise);
  return [
    {
      code: "promise",
      severity: "error",
      at: yaml.placeOf(["disclosure", "promise"]),
      message: `disclosure.promise: respondents were promised that groups under ${promise} are never shown, but profile ${profile} shows groups from ${minimum}`,
      expected: `a policy with a minimum of ${promise} people or more`,
      found: `profile ${profile}, with a minimum of ${minimum}`,
      fix: [
        ...(enough.length > 0 && profile !== "own" ? [`write profile: ${enough.join(" or ")}`] : []),
        profile === "own"
          ? `write minimum_people: ${promise} or more under own`
          : `write profile: own, and below it own: { based_on: ${baseOf(base)}, source: whose numbers and why, minimum_people: ${promise} }`,
      ].join(", or "),
    },
  ];
}

/** Own numbers start from a profile that holds something back. */
function baseOf(profile: ProfileName): ProfileName {
  return profile === "internal" ? "pilot" : profile;
}
