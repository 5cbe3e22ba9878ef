import { readySolver } from "../src/disclosure/attack/highs.js";

// Before a test file is read: some work out what they test outside their tests.
await readySolver();
