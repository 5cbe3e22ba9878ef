// Made-up studies of six Trusts whose spread and input errors are known, and what is found of them. The library's functions
// are handed in, from src by the tests and from dist by the bench.

const grades = [
  "recorded",
  "estimated",
  "estimated",
  "recorded",
  "guessed",
  "estimated",
  "recorded",
  "estimated",
];
const weights = [0.3, 0.2, 0.15, 0.1, 0.05, 0.1, 0.05, 0.05];
const ranges = { recorded: 0.05, estimated: 0.2, guessed: 0.5 };
const imgs = 20;
const trusts = ["A", "B", "C", "D", "E", "F"];

/**
 * Relative bias, over many studies, of the variance between Trusts, of the variance from inputs and of both together. Each
 * with its Monte Carlo error. What happened to be drawn as the Trusts' true costs is taken off, so that fewer studies do.
 */
export function recover(library, figures, { studies, draws, correlation, between = 1200, average = 6000 }) {
  const { stream, gammaQuantile, normalQuantile, normalCdf, costModel, trustResults } = library;
  const half = normalQuantile(0.975);
  const deviations = grades.map((grade) => ranges[grade] / half);
  const random = stream(20_270, `cost uncertainty ${correlation}`);
  const normal = () => normalQuantile((Math.floor(random() * 2 ** 32) + 0.5) / 2 ** 32);
  const errors = () => {
    const common = normal();
    return deviations.map((deviation) => {
      const z = Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * normal();
      const shape = 1 / deviation ** 2;
      return gammaQuantile(normalCdf(z), shape, 1 / shape);
    });
  };
  const relative = relativeVariance(errors, correlation === 0 ? deviations : null);
  const trueInput = (average ** 2 + between ** 2) * relative;
  const found = Array.from({ length: studies }, (_, index) => {
    const truths = trusts.map(() => Math.max(1000, average + between * normal()));
    const returns = trusts.map((trust, place) => {
      const error = errors();
      return returnOf(
        trust,
        weights.map((weight, line) => truths[place] * imgs * weight * error[line]),
      );
    });
    const model = costModel(studyOf(index, draws, correlation), returns, trusts.map(cohortOf), figures);
    const results = trustResults(model, [{ groups: trusts.map((trust) => [trust]) }]);
    const value = (what) => results.find(({ id }) => id === `cost/between-trusts/${what}/of-6`);
    const unbiased = value("standard-deviation").settings.unbiasedVariance;
    const input = value("input-error").estimate ** 2;
    const drawn = variance(truths);
    return {
      between: (unbiased - drawn) / between ** 2,
      input: (input - trueInput) / trueInput,
      total: (unbiased + input - drawn - trueInput) / (between ** 2 + trueInput),
    };
  });
  return Object.fromEntries(
    ["between", "input", "total"].map((layer) => {
      const values = found.map((one) => one[layer]);
      return [layer, { bias: mean(values), error: Math.sqrt(variance(values) / studies) }];
    }),
  );
}

/** Variance of a Trust's cost from its inputs, as a share of the cost squared: in closed form where errors are apart. */
function relativeVariance(errors, apart) {
  if (apart !== null) return weights.reduce((sum, weight, line) => sum + (weight * apart[line]) ** 2, 0);
  const sums = Array.from({ length: 40_000 }, () =>
    errors().reduce((sum, error, line) => sum + weights[line] * error, 0),
  );
  return variance(sums);
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values) {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function studyOf(seed, draws, correlation) {
  return {
    study: { seed },
    trusts: trusts.map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
    components: [],
    economics: {},
    costing: {
      price_year: "2026/27",
      pension: "full",
      apprenticeship_levy: true,
      hours: "paid",
      prices: "price-year",
      own_rates: [],
      sign_off: [],
      perspective: "trust-economic",
      set_up: { treatment: "written-off" },
      headline: "inducted",
      cohort_sizes: [20],
      uncertainty: {
        ...ranges,
        draws,
        correlation_within_trust: correlation,
        pay_point: false,
        ranges: [],
        staff_mix: [],
      },
    },
  };
}

function returnOf(trust, pounds) {
  return {
    trust,
    file: `costs/${trust}.xlsx`,
    templateVersion: "2",
    imgs: { recruited: null, inducted: null, completed: null },
    highCost: null,
    corporateLeftOut: true,
    from: "2026-04-01",
    to: "2027-03-31",
    staff: [],
    supernumerary: [],
    components: [],
    other: pounds.map((amount, line) => ({
      component: "PROGRAMME",
      item: `line ${line}`,
      category: "materials",
      amountPence: Math.round(amount * 100),
      basis: "whole period",
      recurrence: "recurrent",
      evidence: grades[line],
      extra: true,
      paidBy: "Trust",
      usefulLife: null,
      capacity: null,
      share: 1,
      reference: null,
      vat: "in the amount",
      quantity: null,
      unitPricePence: null,
      at: { file: "made-up", sheet: "Other costs", cell: `A${line}` },
    })),
  };
}

function cohortOf(trust) {
  return {
    trust,
    eligible: imgs,
    invited: imgs,
    recruited: imgs,
    inducted: imgs,
    completed: imgs,
    intakes: 1,
    at: { file: "cohort.csv", row: 2 },
  };
}
