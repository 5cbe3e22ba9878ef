import type { Issue } from "../core/issue.js";
import type { SourceKind } from "../core/table.js";
import type { Study } from "../study/study.js";
import type { Finding } from "../validate/finding.js";

/** Whom a finding concerns; what is not known is left out. */
export interface Whose {
  readonly trust?: string;
  readonly wave?: string;
  /** What study.yaml says the file is. */
  readonly kind?: SourceKind;
}

/** The Trust, wave and kind of file of each finding: its own, else those that study.yaml gives for the file. */
export function whoseFindings(study: Study | null): (finding: Issue | Finding) => Whose {
  const byFile = new Map<string, Whose>();
  for (const source of study?.sources ?? []) {
    byFile.set(source.file, {
      kind: source.kind,
      ...("trust" in source && source.trust !== undefined ? { trust: source.trust } : {}),
      ...("wave" in source ? { wave: source.wave } : {}),
    });
  }
  return (finding) => {
    const { trust, wave } = finding as Partial<Finding>;
    return {
      ...byFile.get(finding.at.file),
      ...(trust === undefined ? {} : { trust }),
      ...(wave === undefined ? {} : { wave }),
    };
  };
}
