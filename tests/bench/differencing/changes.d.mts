import type { Checked } from "../../../src/run/check.js";

type Change = (checked: Checked, draw: () => number) => Checked;

export declare function random(seed: number): () => number;
export declare const changes: Readonly<Record<"add" | "drop" | "move" | "answer", Change>>;
export declare const moveTen: Change;
