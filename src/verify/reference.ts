import type { ReferenceValue } from "./check.js";

/** One case: what goes in, and what the reference implementation says comes out. */
export interface ReferenceCase {
  /** What is hard about it: `all tied`. */
  readonly name?: string;
  readonly input: ReferenceValue;
  readonly expected: ReferenceValue;
}

/** A method's cases, and who worked out what is expected. */
export interface MethodReference {
  /** Reference implementation and version: `R 4.2.2, coin 1.4.2 wilcox_test`. */
  readonly by: string;
  readonly cases: readonly ReferenceCase[];
}

/** One file of `data/reference`: made by a script in `tests/reference`, never by this tool. */
export interface ReferenceFile {
  /** The script that wrote it, and versions. */
  readonly made: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<string, MethodReference>>;
}
