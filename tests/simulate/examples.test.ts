import { expect, it } from "vitest";
import { cellText, stamp, ukDay, usDay } from "../../src/simulate/forms/cell-text.js";
import { windows1252 } from "../../src/simulate/forms/windows-1252.js";
import { expectedScaleMean } from "../../src/simulate/likert.js";
import { questionOf } from "../../src/simulate/instrument.js";
import { typesetText } from "../../src/simulate/typeset-text.js";
import { yamlText } from "../../src/simulate/yaml-text.js";

it("the examples in the comments give what they say", () => {
  expect(ukDay(20579)).toBe("06/05/2026");
  expect(usDay(20579)).toBe("5/6/26");
  expect(stamp(86400 * 20579 + 33242, ukDay)).toBe("06/05/2026 09:14:02");
  expect(typesetText("Don't know")).toBe("Don’t know");
  expect([...windows1252("–é")]).toEqual([0x96, 0xe9]);
  expect(expectedScaleMean({ mean: 50, deviation: 15, answer: 17, items: [0] })).toBe(50);
  expect(yamlText({ a: [1, 2] })).toBe("a: [1, 2]\n");
});

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
