import { parseDocument } from "yaml";
import { disclosureSchema, profileNames } from "../study/schema-disclosure.js";
import type { StudyFolder } from "../study/load-study.js";

/**
 * A study folder in which no policy has been chosen, as if `profile` had been: what is asked before choosing must not need a
 * choice. What respondents were promised is taken out, so that any profile can be looked at; the caller holds it beside.
 */
export async function withProfile(
  folder: StudyFolder,
  profile: string,
): Promise<{ readonly folder: StudyFolder; readonly promise: number | null }> {
  const bytes = await folder.read("study.yaml");
  const document = parseDocument(bytes === null ? "" : new TextDecoder().decode(bytes));
  if (bytes === null || document.errors.length > 0) return { folder, promise: null };
  const promise = disclosureSchema.shape.promise.safeParse(document.getIn(["disclosure", "promise"]));
  const name = document.getIn(["disclosure", "profile"]);
  if (typeof document.get("disclosure") !== "object" || document.get("disclosure") === null)
    document.set("disclosure", document.createNode({}));
  document.deleteIn(["disclosure", "promise"]);
  if (name !== "own" && !profileNames.some((one) => one === name))
    document.setIn(["disclosure", "profile"], profile);
  const written = new TextEncoder().encode(document.toString());
  return {
    folder: {
      list: () => folder.list(),
      read: async (file) => (file === "study.yaml" ? written : folder.read(file)),
    },
    promise: promise.data ?? null,
  };
}
