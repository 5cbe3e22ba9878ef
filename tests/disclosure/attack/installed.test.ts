import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

it("the built package finds its solver from any folder, with no other file of the project", () => {
  const built = pathToFileURL(resolve("dist/disclosure/attack/bounds.js")).href;
  const system = {
    unknowns: [0, 1].map((at) => ({ name: `${at}`, whole: true, low: 0, high: 9 })),
    constraints: [
      { terms: [2, 3].map((times, unknown) => ({ unknown, times })), low: 12, high: 12, from: ["a"] },
    ],
  };
  const solver = built.replace("bounds.js", "highs.js");
  const script = `const { boundsOf } = await import(${JSON.stringify(built)});
    await (await import(${JSON.stringify(solver)})).readySolver();
    console.log(JSON.stringify(boundsOf(${JSON.stringify(system)}, [{ unknown: 0, times: 1 }, { unknown: 1, times: 1 }])));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: "/",
    encoding: "utf8",
  });
  expect(JSON.parse(said)).toEqual({ low: 4, high: 6 });
});
