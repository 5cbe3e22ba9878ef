import type { Issue } from "../core/issue.js";
import type { YamlFile } from "./read-yaml.js";
import type { ProfileName } from "./schema-disclosure.js";
import type { Study } from "./study.js";

/** Fewest people behind any number under each profile. */
export type MinimumOfProfile = Readonly<Record<ProfileName, number>>;

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
