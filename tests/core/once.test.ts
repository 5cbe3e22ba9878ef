import { expect, it } from "vitest";
import { onceEach } from "../../src/core/once.js";

it("works an answer out once for each object, not for each that looks the same", () => {
  const asked: object[] = [];
  const sizeOf = onceEach((things: readonly number[]) => {
    asked.push(things);
    return things.length;
  });
  const [one, other] = [[1, 2], [1, 2]]; // prettier-ignore
  expect([sizeOf(one), sizeOf(one), sizeOf(other)]).toEqual([2, 2, 2]);
  expect(asked).toEqual([one, other]);
  expect(asked[1]).toBe(other);
});
