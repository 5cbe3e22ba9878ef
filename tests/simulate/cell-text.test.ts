import { expect, it } from "vitest";
import { cellText, ukDay } from "../../src/simulate/forms/cell-text.js";
import { questionOf } from "../../src/simulate/instrument.js";

it("a form with a scale the other way round prints 5 as 1, and leaves a declined answer alone", () => {
  const style = {
    answers: "codes",
    day: ukDay,
    ticked: () => "",
    typeset: false,
    reversed: ["settling"],
  } as const;
  const item = questionOf("settle_home");
  expect(cellText(item, { kind: "number", value: 5 }, style)).toBe("1");
  expect(cellText(item, { kind: "missing", reason: "prefer not to say" }, style)).toBe("97");
  expect(cellText(questionOf("conf_role"), { kind: "number", value: 5 }, style)).toBe("5");
});
