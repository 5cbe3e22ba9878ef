import { describe, expect, it } from "vitest";
import { looksLike } from "../../src/ingest/bytes.js";
import { decodeText } from "../../src/ingest/encoding.js";
import { workbookOf } from "./small-study.js";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("looksLike", () => {
  it("tells files by their content", async () => {
    expect(looksLike(bytes("ID,Start time\n"))).toBe("text");
    expect(looksLike(bytes("%PDF-1.7\n"))).toBe("pdf");
    expect(looksLike(bytes("\n<!DOCTYPE html><html>"))).toBe("html");
    expect(looksLike(bytes("PK\u0003\u0004 word/document.xml"))).toBe("zip");
    expect(looksLike(await workbookOf({ Sheet1: [["a"]] }))).toBe("workbook");
    expect(looksLike(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe("old workbook");
    expect(looksLike(new Uint8Array([1, 0, 2]))).toBe("binary");
    expect(looksLike(bytes(" \r\n"))).toBe("empty");
    expect(looksLike(new Uint8Array())).toBe("empty");
    expect(looksLike(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe("text");
  });
});

describe("looksLike, of a byte-order mark", () => {
  it.each([
    ["UTF-8", [0xef, 0xbb, 0xbf]],
    ["UTF-16, little end first", [0xff, 0xfe]],
    ["UTF-16, big end first", [0xfe, 0xff]],
    ["UTF-8 and a line end", [0xef, 0xbb, 0xbf, 0x0d, 0x0a]],
    ["UTF-16 and a line end", [0xff, 0xfe, 0x0d, 0x00, 0x0a, 0x00]],
  ])("alone, in %s, tells an empty file", (_, mark) => {
    expect(looksLike(new Uint8Array(mark))).toBe("empty");
  });
});

describe("decodeText", () => {
  it("reads UTF-8 with and without a byte-order mark", () => {
    expect(decodeText(bytes("é"))).toEqual({ text: "é", reason: "text is UTF-8" });
    expect(decodeText(bytes("\ufeffé")).text).toBe("é");
  });

  it("reads UTF-16 in both directions", () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00])).text).toBe("Aé");
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9])).text).toBe("Aé");
  });

  it("reads anything else as Windows-1252, with its curly quotes, dashes and euro sign", () => {
    const { text, reason } = decodeText(new Uint8Array([0x93, 0x44, 0x92, 0x94, 0x96, 0x80, 0xa3, 0xe9]));
    expect(text).toBe("“D’”–€£é");
    expect(reason).toContain("Windows-1252");
  });
});
