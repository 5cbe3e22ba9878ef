import { describe, expect, it } from "vitest";
import { blockStates } from "../../../src/stats/draws/block-states.js";
import { moveToBlock, openBlock } from "../../../src/stats/draws/block-stream.js";
import { fillWords, jumpAhead, nextWord } from "../../../src/stats/draws/xoshiro.js";
import { reference } from "./reference.js";

describe("xoshiro128**", () => {
  it.each(reference.generator)("gives the words of the reference from state $state", ({ state, words }) => {
    const one = Int32Array.from(state);
    expect(words.map(() => nextWord(one))).toEqual(words);
  });

  it.each(reference.generator)("jumps 2^64 words from state $state", ({ state, jumped, wordsAfter }) => {
    const one = jumpAhead(Int32Array.from(state));
    expect(Array.from(one, (word) => word >>> 0)).toEqual(jumped);
    expect(wordsAfter.map(() => nextWord(one))).toEqual(wordsAfter);
  });

  it("fills a list with the words it gives one by one, and leaves the same state", () => {
    const one = Int32Array.of(5, 6, 7, 8);
    const many = Int32Array.of(5, 6, 7, 8);
    const words = fillWords(many, new Int32Array(1000), 999);
    expect(Array.from(words.subarray(0, 999), (word) => word >>> 0)).toEqual(
      Array.from({ length: 999 }, () => nextWord(one)),
    );
    expect(words[999]).toBe(0);
    expect(many).toEqual(one);
  });
});

describe("the streams of blocks", () => {
  it("start one jump after the other, and more blocks begin with the same ones", () => {
    const states = blockStates(1, "input/hours", 3);
    expect(jumpAhead(states.slice(0, 4))).toEqual(states.slice(4, 8));
    expect(jumpAhead(states.slice(4, 8))).toEqual(states.slice(8, 12));
    expect(blockStates(1, "input/hours", 2)).toEqual(states.slice(0, 8));
  });

  it("are others for another seed, family or block", () => {
    const starts = [1, 2].flatMap((seed) =>
      ["input/a", "input/b", "group/a"].flatMap((family) => {
        const states = blockStates(seed, family, 50);
        return Array.from({ length: 50 }, (_, block) => states.slice(4 * block, 4 * block + 4).join());
      }),
    );
    expect(new Set(starts).size).toBe(300);
  });

  it("a block that is not there is refused, and so is a seed that is not whole", () => {
    const stream = openBlock(blockStates(1, "demo", 2), 0);
    expect(() => moveToBlock(stream, Int32Array.of(1, 2, 3, 4), 1)).toThrow(
      "moveToBlock: block: expected a whole number, 0 to 0, got 1",
    );
    expect(() => blockStates(1.5, "demo", 2)).toThrow("expected a whole number, got 1.5");
    expect(() => blockStates(1, "demo", 0)).toThrow(
      "blockStates: blocks: expected a whole number, 1 or more",
    );
  });
});
