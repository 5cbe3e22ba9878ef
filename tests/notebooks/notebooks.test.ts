import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TestContext } from "vitest";

interface Output {
  readonly output_type: string;
  readonly text?: string;
  readonly data?: Readonly<Record<string, string>>;
}

const python = ["/usr/bin/python3", "python3"].find(
  (name) => spawnSync(name, ["-c", "import nbclient, nbformat"]).status === 0,
);
const notebooks = readdirSync("notebooks").filter((file) => file.endsWith(".ipynb"));

describe("notebooks", () => {
  for (const file of notebooks) {
    it(`${file} runs headless from top to bottom`, (context) => {
    skipWithoutPython(context);
    const outputs = execute(file);
    expect(outputs.filter((one) => one.output_type === "error")).toEqual([]);
    });
  }

  it("first-look shows findings, a chart, a cost table and a DataFrame", (context) => {
    skipWithoutPython(context);
    const outputs = execute("first-look.ipynb");
    const text = outputs.map((one) => one.text ?? "").join("\n");
    const shown = outputs.flatMap((one) => Object.entries(one.data ?? {}));
    expect(text).toContain("refused: false");
    expect(text).toMatch(/warning: /);
    expect(shown.some(([type, value]) => type === "image/svg+xml" && value.includes("<svg"))).toBe(true);
    expect(shown.some(([type, value]) => type === "text/html" && value.includes("<table>"))).toBe(true);
    expect(text).toContain("estimate");
  });
});

function skipWithoutPython(context: Pick<TestContext, "skip">): void {
  if (python || process.env["PILOT_EVAL_REQUIRE_TOOLS"] === "1") return;
  context.skip("python3 with nbclient and nbformat is not installed");
}

function execute(file: string): readonly Output[] {
  if (!python) throw new Error("python3 with nbclient and nbformat is not installed");
  const prepared = spawnSync(process.execPath, ["notebooks/prepare.mjs"], { encoding: "utf8" });
  const jupyter = prepared.stdout.trim();
  const run = spawnSync(python, ["tests/notebooks/execute.py", `notebooks/${file}`], {
    encoding: "utf8",
    env: { ...process.env, JUPYTER_PATH: jupyter },
    maxBuffer: 1e8,
  });
  if (run.status !== 0) throw new Error(`${file}: ${run.stderr.slice(-3000)}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1)!) as readonly Output[];
}
