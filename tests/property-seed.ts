import { configureGlobal } from "fast-check";

/** Property tests draw the same examples in every run, so that CI fails on a change and never by chance. */
const asked = process.env["PROPERTY_SEED"] ?? "20260901";
if (!/^-?\d{1,9}$/.test(asked)) throw new Error(`PROPERTY_SEED: expected a whole number, got ${asked}`);
configureGlobal({ seed: Number(asked) });
