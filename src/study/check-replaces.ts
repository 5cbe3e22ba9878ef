import type { Issue } from "../core/issue.js";
import type { YamlFile } from "./read-yaml.js";
import { printPath } from "./yaml-path.js";
import type { Study } from "./study.js";

/** Earlier files under `replaces` that are also in use, or are replaced twice: all of them. */
export function checkReplaces(study: Study, yaml: YamlFile): readonly Issue[] {
  const named = study.sources.flatMap(({ file: by, replaces = [] }, index) =>
    replaces.map((file, place) => {
      const path = ["sources", index, "replaces", ...(replaces.length > 1 ? [place] : [])];
      return { file, by, path: printPath(path), at: yaml.placeOf(path) };
    }),
  );
  return named.flatMap(({ file, by, path, at }, index): readonly Issue[] => {
    const tell = (code: string, message: string, expected: string, fix: string): readonly Issue[] => [
      { code, severity: "error", at, message: `${path}: ${message}`, expected, found: file, fix },
    ];
    if (file === by) {
      return tell(
        "replaces-itself",
        `${file} cannot replace itself`,
        "the file that was sent before",
        "keep the earlier file under another name and write that name here, or remove the setting",
      );
    }
    if (study.sources.some((source) => source.file === file)) {
      return tell(
        "replaced-and-listed",
        `${file} is listed under sources as well, and would count twice`,
        "an earlier file without an entry of its own",
        `remove the entry of ${file} under sources (the file itself stays in the folder), or remove it here if both count`,
      );
    }
    const first = named.findIndex((other) => other.file === file);
    if (first === index) return [];
    return tell(
      "replaced-twice",
      `${file} is replaced already, by ${named[first]!.by}`,
      "each earlier file replaced once",
      "name it only under the file that was sent in its place",
    );
  });
}
