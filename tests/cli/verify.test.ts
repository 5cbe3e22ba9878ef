import { describe, expect, it } from "vitest";
import { verifyCommand } from "../../src/cli/verify-action.js";
import { referenceFiles } from "../stats/reference.js";
import { runCli } from "./run-cli.js";

describe("pilot-eval verify", () => {
  it("prints a line a method with its reference, and exits 0", async () => {
    const { exitCode, out, talk } = await runCli("verify");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^ {2}Method +Compared with +Cases +Values +Largest error +Allowed +Result\n/);
    expect(out).toMatch(/Student t interval of a mean +R 4\.2\.2 t\.test +\d+ +\d+ +\S+ +1e-10 +pass\n/);
    expect(out).not.toContain("FAIL");
    expect(talk).toMatch(/^\d+ methods, \d+ cases, \d+ values: all agree with their references\n$/);
  });

  it("--json gives the rows and what has no outside reference", async () => {
    const { exitCode, out } = await runCli("verify", "--json");
    expect(exitCode).toBe(0);
    const { passed, methods, withoutReference } = JSON.parse(out) as Record<string, unknown>;
    expect(passed).toBe(true);
    expect((methods as readonly unknown[]).length).toBeGreaterThanOrEqual(60);
    expect(Array.isArray(withoutReference)).toBe(true);
  });

  it("exits 1 when a method does not agree, and names the case", async () => {
    const off = referenceFiles.map((file) => {
      const mean = file.methods["mean"];
      const wrong = mean && {
        ...mean,
        cases: [{ name: "one to three", input: { values: [1, 2, 3] }, expected: 2.1 }],
      };
      return wrong ? { ...file, methods: { ...file.methods, mean: wrong } } : file;
    });
    let out = "";
    let talk = "";
    const effects = {
      out: (text: string) => void (out += text),
      talk: (text: string) => void (talk += text),
      terminal: false,
    };
    expect(await verifyCommand({}, effects, async () => off)).toBe(1);
    expect(out).toMatch(/Arithmetic mean .*FAIL\n {4}furthest off: case 1, one to three\n/);
    expect(talk).toContain("1 does not agree");
    out = "";
    expect(await verifyCommand({ json: true }, effects, async () => off)).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ passed: false });
  });
});
