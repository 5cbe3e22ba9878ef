// node tests/bench/releases.mjs <folder> [from] [to]: the results of small simulated studies, one a seed, as they would be released
// (<seed>.release.json) and as they are (<seed>.internal.json), under each profile in turn, with costs of all, some or no
// Trusts agreed to. For attacks from outside: /usr/bin/python3 tests/reference/attack.py --truth 1.internal.json 1.release.json
// Build first (npm run build).
import { mkdirSync, writeFileSync } from "node:fs";
import { readySolver } from "../../dist/disclosure/attack/highs.js";
import { payPointsOf } from "../../dist/costs/figures.js";
import { stream } from "../../dist/core/random.js";
import { priceReturns } from "../../dist/costs/trust-costs.js";
import { releaseJsonOf } from "../../dist/report/release-json.js";
import { checkStudy } from "../../dist/run/check.js";
import { measure, release } from "../../dist/run/evaluate.js";
import { toJsonByLine } from "../../dist/run/json.js";
import { contentsOf } from "../../dist/run/release-contents.js";
import { readReferenceFiles, readShipped, readVersion } from "../../dist/run/shipped.js";
import { verifyBeforeReport } from "../../dist/run/verification.js";
import { exampleTruth } from "../../dist/simulate/example-truth.js";
import { simulate } from "../../dist/simulate/simulate.js";

await readySolver();
const [shipped, version] = [await readShipped(), await readVersion()];
const verification = verifyBeforeReport(await readReferenceFiles());
const lists = {
  components: shipped.components,
  payPoints: payPointsOf(shipped.figures, exampleTruth.priceYear),
};
const profiles = ["pilot", "hes", "strict", "partner"];
const [folder, first = "1", last = "40"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (let seed = Number(first); seed <= Number(last); seed++) {
  const draw = stream(seed, "pyattack");
  const between = (low, high) => low + (high - low) * draw();
  const profile = profiles[seed % 4];
  const small = draw() < 0.5;
  const spread = between(0, 3);
  const scale = (one) => ({
    ...one,
    betweenArrival: one.betweenArrival * spread,
    betweenChange: one.betweenChange * spread,
  });
  const howMany = draw() < 0.25 ? 3 + Math.floor(draw() * 3) : 6;
  const truth = {
    ...exampleTruth,
    response: between(0.6, 0.97),
    missing:
      draw() < 0.5
        ? exampleTruth.missing
        : { blank: 0.05, dontKnow: 0.06, notApplicable: 0.06, preferNot: 0.04 },
    firstPost: between(0.4, 0.85),
    scales: {
      settling: scale(exampleTruth.scales.settling),
      confidence: scale(exampleTruth.scales.confidence),
    },
    trusts: exampleTruth.trusts.slice(0, howMany).map((trust) => {
      const size = Math.round(between(5, small ? 16 : 35));
      const less = () => (draw() < 0.5 ? 0 : Math.floor(draw() * 3));
      const recruited = size,
        eligible = size + less(),
        inducted = Math.max(4, size - less()),
        completed = Math.max(4, inducted - less());
      const shift = spread * between(-0.15, 0.15);
      return {
        ...trust,
        recruited,
        eligible,
        invited: Math.max(4, size - less()),
        inducted,
        completed,
        received: Object.fromEntries(
          Object.entries(trust.received).map(([id, c]) => [id, Math.min(1, Math.max(0, c + shift))]),
        ),
      };
    }),
  };
  const consent = draw();
  const files = new Map(await simulate(truth, seed, lists));
  const text = new TextDecoder().decode(files.get("study.yaml"));
  const consents = truth.trusts
    .filter(() => draw() < (consent < 0.4 ? 0 : consent < 0.8 ? 0.5 : 1))
    .map(({ code }) => `    - { trust: ${code}, by: CFO (synthetic), on: 2026-10-12 }`);
  files.set(
    "study.yaml",
    new TextEncoder().encode(
      text
        .replace(
          /^disclosure:\n(?: .*\n)*/m,
          `disclosure:\n  profile: ${profile}\n  trust_costs:${consents.length ? "\n" + consents.join("\n") : " []"}\n`,
        )
        .replace(/draws: \d+/, "draws: 1000"),
    ),
  );
  const study = { read: async (f) => files.get(f) ?? null, list: async () => [...files.keys()] };
  const checked = await checkStudy(study, shipped);
  if (checked.refused) {
    console.log(seed, "refused by the checks");
    continue;
  }
  const evaluation = release(measure(checked));
  const priced = priceReturns(evaluation.study, checked.returns, checked.cohorts, checked.figures);
  writeFileSync(
    `${folder}/${seed}.release.json`,
    toJsonByLine(releaseJsonOf(contentsOf(checked, evaluation, priced, verification, version))),
  );
  writeFileSync(`${folder}/${seed}.internal.json`, JSON.stringify({ results: evaluation.computed.results }));
  console.log(seed, profile, `${howMany} Trusts`, evaluation.summary.heldBack, "held back");
}
