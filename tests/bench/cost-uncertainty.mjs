// node tests/bench/cost-uncertainty.mjs [studies]: how near the layers of uncertainty come to the truth, in made-up studies of
// six Trusts with known variances between Trusts and from inputs. Needs `npm run build`. Never part of the tests.
import { stream } from "../../dist/core/random.js";
import { costModel } from "../../dist/costs/uncertainty/cost-model.js";
import { trustResults } from "../../dist/costs/uncertainty/trust-results.js";
import { readShipped } from "../../dist/run/shipped.js";
import { gammaQuantile, normalCdf, normalQuantile } from "../../dist/stats/index.js";
import { recover } from "./cost-uncertainty/recover.mjs";

const studies = Number(process.argv[2] ?? 1000);
const library = { stream, gammaQuantile, normalQuantile, normalCdf, costModel, trustResults };
const { figures } = await readShipped();

console.log(
  `${studies} studies of six Trusts, eight lines each, 2,000 draws; bias as a share of the true variance\n`,
);
for (const correlation of [0, 0.5]) {
  for (const between of [600, 1200]) {
    const found = recover(library, figures, { studies, draws: 2000, correlation, between });
    const said = Object.entries(found).map(
      ([layer, { bias, error }]) => `${layer} ${percent(bias)} (error ${percent(error)})`,
    );
    console.log(
      `standard deviation between Trusts ${between}, errors correlated ${correlation}: ${said.join(", ")}`,
    );
  }
}

function percent(share) {
  return `${(100 * share).toFixed(1)}%`;
}
