import { describe } from "vitest";
import { unpairedChecks } from "../../../src/verify/checks/unpaired.js";
import { testAgainstReference } from "../reference.js";

describe("two or more groups", () => {
  testAgainstReference(unpairedChecks);
});
