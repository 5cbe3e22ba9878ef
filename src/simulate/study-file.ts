import { forms } from "./forms/form.js";
import type { Truth, TrustTruth } from "./truth.js";

/** File of one Trust's answers to one wave. */
export function surveyPath(trust: TrustTruth, wave: string): string {
  return `survey/trust-${trust.code.toLowerCase()}-${wave}.${forms[trust.form].extension}`;
}

/** File of one Trust's cost return. */
export function costPath(trust: string): string {
  return `costs/trust-${trust.toLowerCase()}.xlsx`;
}

/** study.yaml of the synthetic study, with comments that say what each part is for. */
export function studyFile(truth: Truth, seed: number): string {
  const codes = truth.trusts.map((trust) => trust.code);
  return `# The declaration of one evaluation. Everything that a person decides stands here or in codebook.csv;
# nothing about a questionnaire, a Trust or a standard is built into the program.
#
# THIS STUDY IS SYNTHETIC. It was written by \`pilot-eval simulate\`; truth.yaml says what it was drawn from.
format: 1

study:
  id: synthetic-pilot
  title: ${truth.title}
  # Said on every page, sheet and chart.
  synthetic: true
  # Where random draws (bootstrap, simulation) start. The same seed gives the same report.
  seed: ${seed}
  # Some definitions leave out graduates of the European Economic Area: say which one you used.
  img_definition: A doctor whose first medical degree is from outside the United Kingdom, wherever that was

# The design decides which analyses run and which sentences the report may write.
# Here: the same doctors before and after, tied by a code of their own making; no comparison group.
design: pre-post-linked

period: { from: ${truth.period.from}, to: ${truth.period.to} }

# Code letters and labels only, never names.
trusts:
${codes.map((code) => `  - { code: ${code}, label: Trust ${code}, aliases: [Trust ${code}, trust ${code.toLowerCase()}] }`).join("\n")}

waves:
${truth.waves.map((wave) => `  - { id: ${wave.id}, label: ${wave.label}, from: ${wave.from}, to: ${wave.to} }`).join("\n")}

# Every file that may be read, and what it is. A file in the folder that is not listed is refused.
# \`dialect\` is named where detection is not wanted; \`date_order\` where a date such as 06/05/2026 could be two days.
sources:
${truth.trusts.flatMap((trust) => sourceLines(trust, truth)).join("\n")}
${codes.map((code) => `  - { file: ${costPath(code)}, kind: cost-return, trust: ${code} }`).join("\n")}
  # Eligible, invited, recruited, inducted and completed at each Trust: the denominators.
  - { file: cohort.csv, kind: cohort }
  # One row a doctor, by a number of the HR system. Never joined to survey answers: used in aggregate.
  - { file: hr.csv, kind: hr, extracted: ${truth.extracted}, date_order: dmy }

# One person, two answers to one wave: keep the latest complete one.
duplicates: latest-complete

# Items belong to a scale by their row in codebook.csv. A score is the mean of the answered items, moved to
# 0-100, and is worked out when at least this share of the items that the form asked was answered.
scales:
  - { id: settling, label: Settling in, aim: settling-in, minimum_answered: 0.5 }
  - { id: confidence, label: Confidence at work, aim: effectiveness, minimum_answered: 0.5 }

# Named before the data were seen. One of them is the primary outcome.
comparisons:
  - { scale: settling, from: arrival, to: month3, primary: true }
  - { scale: confidence, from: arrival, to: month3 }

# How p-values are adjusted when several outcomes are tested: holm (the default), hochberg, benjamini-hochberg or none.
# The primary comparison stands alone; all others are one family.
multiplicity: holm

# Pooled results are also shown by these.
subgroups: [first_post, grade]

# What this evaluation counts as enough. \`basis\` says whose choice it is: none of these is claimed to be
# the wording or the threshold of the national guidance.
standards:
  - id: shadowing-two-weeks
    label: At least two weeks of shadowing (10 working days)
    variable: shadow_days
    at_least: 10
    basis: This study's choice; public descriptions of induction name two weeks and longer
  - id: shadowing-four-weeks
    label: At least four weeks of shadowing (20 working days)
    variable: shadow_days
    at_least: 20
    basis: This study's choice, to show how the answer depends on the threshold
  - id: login-first-day
    label: Working IT log-ins by the first day
    variable: days_login
    at_most: 0
    basis: This study's choice, after published reports of first shifts without log-ins
  - id: trust-induction
    label: A Trust induction
    component: PRO-01
    basis: This study's choice
  - id: named-buddy
    label: A named buddy
    component: ENB-01
    basis: This study's choice; buddying is named in public descriptions of the programme

# Days at which the milestone curves are read.
milestone_days: [1, 3, 7, 14, 21, 28, 42, 56, 84]

hr: { months: 6 }
confidence_level: 0.95

costing:
  price_year: ${truth.priceYear}
  # What the Trust itself pays (14.38 %), not the full employer rate of which a part is paid centrally.
  pension: paid-by-trust
  apprenticeship_levy: true
  # A year's pay is divided by paid hours; \`productive\` leaves out leave and sickness and costs more an hour.
  hours: paid
  # All that the Trust pays, with the value of existing staff's time. The report shows new money and the NHS's view too.
  perspective: trust-economic
  # Set-up counts as the same sum in each year of its life: 3 years, where a return gives none of its own. The discount
  # rate is the Green Book's; it could be declared here.
  set_up: { treatment: annuitised, years: 3 }
  # The headline figure is the cost per IMG inducted; the report shows recruited and completed too.
  headline: inducted
  cohort_sizes: [5, 10, 15, 20, 30, 40, 50, 60]

# What may leave this folder. The profile takes its grain from \`sensitivity\` in codebook.csv.
disclosure:
  profile: pilot
  # What respondents were told: a policy that shows smaller groups is refused.
  promise: groups under 10 never shown
  # A Trust's own cost per IMG is shown only when it agreed, in writing. (Synthetic consent.)
  trust_costs:
${codes.map((code) => `    - { trust: ${code}, by: Chief finance officer of Trust ${code} (synthetic), on: 2026-10-12 }`).join("\n")}

report:
  title: ${truth.title}
  subtitle: An example made of invented data
  authors: [Synthetic Evaluation Team]
  steering_group: [Synthetic Steering Group]
  programme: >-
    Six invented Trusts ran an induction for doctors new to the NHS: a welcome and pastoral help, an induction
    to professional practice, IT and record systems, language and communication, with a buddy, a mentor and a supervisor.
  ethics: No person took part. A real study says here whether it is research or service evaluation, and who decided.
  funding: None. A real study names its funder here.
`;
}

function sourceLines(trust: TrustTruth, truth: Truth): readonly string[] {
  const form = forms[trust.form];
  const details = [
    form.dialect && `dialect: ${form.dialect}`,
    form.dateOrder && `date_order: ${form.dateOrder}`,
    form.reversed.length > 0 && `reversed: [${form.reversed.join(", ")}]`,
    form.notAsked.length > 0 && `not_asked: [${form.notAsked.join(", ")}]`,
  ].filter((detail) => detail);
  return [
    `  # Trust ${trust.code}: ${form.note}.`,
    ...truth.waves.map((wave) => {
      const place = [
        `file: ${surveyPath(trust, wave.id)}`,
        "kind: survey",
        `trust: ${trust.code}`,
        `wave: ${wave.id}`,
      ];
      return `  - { ${[...place, ...details].join(", ")} }`;
    }),
  ];
}
