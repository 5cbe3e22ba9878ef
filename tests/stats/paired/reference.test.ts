import { describe } from "vitest";
import { pairedChecks } from "../../../src/verify/checks/paired.js";
import { testAgainstReference } from "../reference.js";

describe("changes of the same people", () => {
  testAgainstReference(pairedChecks);
});
