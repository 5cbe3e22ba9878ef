import { expect, it } from "vitest";
import { blocksOf } from "../../src/disclosure/blocks.js";

it.each([
  { things: [], blocks: [[]] },
  { things: [1], blocks: [[1]] },
  { things: [1, 2], blocks: [[1, 2]] },
  { things: [1, 2, 3], blocks: [[1, 2, 3]] },
  { things: [1, 2, 3, 4], blocks: [[1, 2], [3, 4]] }, // prettier-ignore
  { things: [1, 2, 3, 4, 5, 6, 7], blocks: [[1, 2], [3, 4], [5, 6, 7]] }, // prettier-ignore
])("of $things, two at a time, the last three together", ({ things, blocks }) => {
  expect(blocksOf<number>(things)).toEqual(blocks);
});
