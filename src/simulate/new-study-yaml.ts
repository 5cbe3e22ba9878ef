import { scenarioIds } from "../study/schema-uncertainty.js";

/** study.yaml of a new study: every option, what it is for, and what happens without it. */
export const newStudyYaml = `# The declaration of one evaluation. Everything that a person decides stands here or in codebook.csv;
# nothing about a questionnaire, a Trust or a standard is built into the program.
# Lines that start with "#" are explanations, or options that are switched off.
# \`pilot-eval check\` tells every mistake with its line, and what to write instead.

# Version of this file's layout. There is one so far.
format: 1

study:
  # Lower-case letters, digits and hyphens. Appears in file names and results.
  id: my-evaluation
  title: Evaluation of the induction of international medical graduates
  # true for made-up data: said on every page, sheet and chart.
  synthetic: false
  # Where random draws start. Keep it: the same seed gives the same report.
  seed: 1
  # Who counts as an IMG. Some definitions leave out graduates of the European Economic Area.
  img_definition: A doctor whose first medical degree is from outside the United Kingdom, wherever that was

# What was asked of whom. It decides which analyses run and which sentences the report may write.
#   post-only              one survey, afterwards
#   retrospective-pre      one survey, afterwards, that also asks how it was before
#   pre-post-linked        the same people before and after, tied by a code
#   pre-post-unlinked      before and after, without a tie between a person's answers
#   before-after-cohorts   doctors who started before the programme, and doctors who started with it
design: pre-post-linked

# First and last day of the evaluation. Dates such as 05/04/2026 are read by it where only one reading fits.
period: { from: 2026-04-01, to: 2027-03-31 }

# A code and a label for each Trust; never a name. \`aliases\`: how people type it, if a question asks for the Trust.
trusts:
  - { code: A, label: Trust A }
  - { code: B, label: Trust B, aliases: [trust b] }

# Each round of the survey, with the days on which it was open.
waves:
  - { id: arrival, label: Arrival, from: 2026-04-01, to: 2026-09-30 }
  - { id: month3, label: Month 3, from: 2026-07-01, to: 2026-12-31 }

# Every file that may be read, and what it is. A file in survey/ or costs/ that is not listed here is refused.
# kind: survey takes these options besides file, trust and wave:
#   dialect: microsoft-forms, qualtrics, jisc, surveymonkey, google-forms, redcap, spss or plain. Detected when left out.
#   sheet: name of the sheet in a workbook. The likeliest is taken when left out.
#   date_order: dmy, mdy or ymd, where a date such as 05/04/2026 could be two days.
#   reversed: scales whose numbers run the other way round on this form.
#   not_asked: variables that this form left out.
# Any file may replace one that was sent before. The earlier file stays in the folder without an entry of its own; the
# check tells what has changed, and nothing is computed from it. Of several, the oldest stands first: [first.csv, second.csv].
#   replaces: survey/trust-a-month3-first.csv
# Words typed under an "Other" are told as faults, unless its label in codebook.csv ends with * (Other*): then they
# count as that answer.
sources:
  - { file: survey/trust-a-arrival.csv, kind: survey, trust: A, wave: arrival }
  - { file: survey/trust-a-month3.csv, kind: survey, trust: A, wave: month3 }
  - file: survey/trust-b-arrival.xlsx
    kind: survey
    trust: B
    wave: arrival
    dialect: microsoft-forms
    # sheet: Form1
    # date_order: dmy
    # reversed: [settling]
    # not_asked: [settle_isolated]
  - { file: survey/trust-b-month3.xlsx, kind: survey, trust: B, wave: month3 }
  - { file: costs/trust-a.xlsx, kind: cost-return, trust: A }
  - { file: costs/trust-b.xlsx, kind: cost-return, trust: B }
  - { file: cohort.csv, kind: cohort }
  # One file for several Trusts: the answers to a question of role trust in codebook.csv tell whose each row is, by code,
  # label or alias. A row that names no Trust is left out and counted. In the same way wave_question, with a question of
  # role wave, for a file of several waves.
  # - { file: survey/all-trusts.csv, kind: survey, trust_question: trust_asked, wave: arrival }
  # - { file: survey/everything.csv, kind: survey, trust_question: trust_asked, wave_question: wave_asked }
  # Several files for one Trust and wave, of two sites, say, each with a dialect of its own: list each.
  # - { file: survey/trust-a-north.csv, kind: survey, trust: A, wave: arrival, dialect: qualtrics }
  # - { file: survey/trust-a-south.xlsx, kind: survey, trust: A, wave: arrival, dialect: microsoft-forms }
  # An HR extract, with the day it was taken: time in post is counted up to it.
  # - { file: hr.csv, kind: hr, extracted: 2027-03-31, date_order: dmy }

# When one person answered a wave more than once:
#   latest-complete   the last finished answer, else the last (the default)
#   first             the first
#   refuse            stop until a person has settled it
duplicates: latest-complete

# Answers of two waves that are one person's although the codes differ by a slip: a run lists such pairs, with the line to
# copy, in internal/links-to-confirm.csv. They are joined only when a person who knows has confirmed them here.
links_confirmed: []
# links_confirmed:
#   - earlier: { file: survey/trust-a-arrival.csv, row: 12 }
#     later: { file: survey/trust-a-month3.csv, row: 9 }
#     by: Study coordinator
#     on: 2027-01-15

# Who belongs to the evaluation: those who gave these answers (by code) and started within the period. Others are
# told (report), left out with a counted reason (leave-out), or stop the run (refuse). Nobody is left out for an answer
# that is missing; in a linked study whoever is left out at one wave is left out at the others too. Off when left out.
# eligibility:
#   answers:
#     - { variable: first_post, codes: [1] }
#   started_in_period: true
#   ineligible: report

# E-mail addresses, names, numbers of people and the like in survey files: dropped at reading (drop, the default), or the
# file is refused until its author has removed them (refuse). Either way each is told by count and place, never shown.
identifiers: drop

# How serious a finding of the data check is, by number or by share; \`pilot-eval list rules\` names the rules. Errors that
# keep numbers from being wrong stay errors.
checks: []
# checks:
#   - { rule: straight-lining, warning: { share: 0.1 }, error: { share: 0.3 } }

# Items belong to a scale by the column \`scale\` of codebook.csv, and are turned round by \`reverse\` there.
# A score is the mean of the answered items on 0-100. \`minimum_answered\`: it is worked out when at least this share
# of the items asked was answered; 0.5 when left out. \`aim\`: settling-in or effectiveness.
scales:
  - { id: settling, label: Settling in, aim: settling-in, minimum_answered: 0.5 }
  - { id: confidence, label: Confidence at work, aim: effectiveness }

# Which scales are compared between which waves. Name one as primary, before you see the data. Leave out for one wave.
comparisons:
  - { scale: settling, from: arrival, to: month3, primary: true }
  - { scale: confidence, from: arrival, to: month3 }

# How p-values are adjusted when several outcomes are tested: holm (the default), hochberg, benjamini-hochberg or none.
# The primary comparison stands alone; all others are one family.
multiplicity: holm

# Variables by which pooled results are also shown. Each makes people easier to recognise: name few.
subgroups: [first_post]

# What you count as enough, and whose choice that is. Either a number that was asked, with at_least or at_most,
# or a component of data/induction (\`pilot-eval list components\`), met by those who received it in full.
standards:
  - id: shadowing-two-weeks
    label: At least two weeks of shadowing (10 working days)
    variable: shadow_days
    at_least: 10
    # at_most: 60
    basis: Say here who chose this, and why
  - id: trust-induction
    label: A Trust induction
    component: PRO-01
    basis: Say here who chose this, and why

# Days after starting at which the milestone curves are read.
milestone_days: [1, 3, 7, 14, 21, 28, 42, 56, 84]

# The make-up of everyone invited, if you know it. The main scores and ratings are then also shown weighted to it, beside
# the plain ones. \`people\`: how many are in each category, by its code in codebook.csv. Off when left out.
# weighting:
#   basis: Say here where these numbers come from
#   margins:
#     - { variable: first_post, people: { 0: 60, 1: 40 } }

# Months after starting at which retention is read from the HR extract.
hr: { months: 6 }

# Of every interval in the report.
confidence_level: 0.95

costing:
  # Financial year of all prices. Pay figures of that year are used, or none.
  price_year: 2026/27
  # paid-by-trust: the pension contribution that the Trust itself pays. full: with the part that is paid centrally.
  pension: paid-by-trust
  # Whether the employer pays the apprenticeship levy.
  apprenticeship_levy: true
  # What a year's pay is divided by. paid: all paid hours. productive: without leave and sickness, so an hour costs more.
  hours: paid
  # price-year: hours are priced at the pay of price_year, whenever they were worked.
  # when-worked: at the pay of the days that each cost return covers.
  prices: price-year
  # A Trust's own rate in place of the published one, by pay point: of an hour paid or of a full-time year. On-costs are added once when they are not in it.
  #   own_rates:
  #     - { trust: A, pay_point: band6.top, pounds: 24.90, per: hour, source: "payroll, March 2026", includes_on_costs: false, includes_overheads: false }
  #   With pensionable: the part of the pounds that pension is paid on, if not all.
  own_rates: []
  # Figures that were not read at any source (confidence C in \`pilot-eval list pay\`) and that a named person agreed to rely on.
  # Until each one used is signed off, the report calls the costing provisional.
  #   sign_off:
  #     - { figure: working_time study_leave 2026/27, by: Finance lead of the evaluation, on: 2026-10-12, reason: "no Trust counts study leave" }
  sign_off: []
  # A table of unit costs that you have and may use: it does not come with this tool. data/pay/README.md says how it is written.
  #   unit_cost_table: { file: prices/unit-costs.csv, title: Unit Costs of Health and Social Care, edition: "2024", price_year: 2026/27, basis: includes-overheads, licence: CC BY-NC-SA 4.0 }
  # A price index that you have and may use, for amounts that are not pay.
  #   price_index: { file: prices/index.csv, title: NHS cost inflation index, edition: "2025", licence: CC BY-NC-SA 4.0 }
  # Whose money the headline counts. trust-cash: new money that the Trust pays. trust-economic: all that the Trust pays,
  # with the value of existing staff's time. nhs: also what NHS England pays, with the full pension rate. All are reported.
  perspective: trust-economic
  # Spending that sets the induction up. written-off: all of it counts in the days in which it was spent. annuitised: the
  # same sum in each year of its life; a line's own useful life wins over years. New money is never spread.
  set_up: { treatment: written-off }
  # set_up: { treatment: annuitised, years: 5, discount_rate: 0.035, timing: in-arrears }  # rate: the Green Book's unless given
  # Denominator of the headline figure: recruited, inducted or completed. The report shows all three.
  headline: inducted
  # Cohort sizes at which the average cost per IMG, and the cost of one more, are worked out.
  cohort_sizes: [5, 10, 15, 20, 30, 40, 50, 60]
  # Cohort size at which Trusts are compared. The median of the IMGs that they inducted unless given.
  # standard_cohort: 20
  # How far an amount may be off either way, by how the return says that it came about: 95 of 100 true amounts lie within.
  # The numbers are this tool's own, and the report says so, until you write your own.
  uncertainty:
    recorded: 0.05
    estimated: 0.2
    guessed: 0.5
    # Random draws of the simulation, and how far the errors of one Trust's amounts go together: from 0, not at all, to 1.
    draws: 10000
    correlation_within_trust: 0.5
    # Whether staff may stand on any pay point of their grade, the one returned being the likeliest.
    pay_point: true
    # What people who know say of the amounts of a component or of a category, as a share of those returned.
    #   ranges:
    #     - { category: premises, low: 0.8, likely: 1, high: 1.6, source: "estates leads of three Trusts, asked in June 2026" }
    #     - { component: PRO-01, low: 0.9, likely: 1, high: 1.3, source: Say here who said so }
    ranges: []
    # Components whose hours could have fallen otherwise on the same staff, as surely as if so many hours had been seen.
    #   staff_mix:
    #     - { component: PRO-01, hours_seen: 40, source: Say here where this comes from }
    staff_mix: []
  # How far you believe in each way to count; together 1. Costs are averaged over ways to count only when it stands here.
${scenarioIds.map((id) => `  #   ${id}`).join("\n")}
  # structure_weights: { as-declared: 0.6, without-overhead: 0.2, pension-full: 0.2 }
  # A cost per IMG at which somebody would decide otherwise, and who says so.
  # threshold: { pounds: 5000, source: Say here who decides, and by what }

# What costs are compared with; nothing is worked out from a value that is not declared.
economics: {}
# economics:
#   replacement_cost: { pounds: 12000, source: Say here where this comes from }
#   # What one point more of an outcome might be worth, per IMG: an acceptability curve is drawn for this range alone.
#   thresholds: { outcome: settling, from: 0, to: 1000, steps: 11, source: Say here whose range this is }

# What may leave this folder. Nothing does without a profile: choose by who will read the report.
#   pilot      a report on a few small Trusts, by the column \`sensitivity\` of codebook.csv:
#                service    what the Trust did: by Trust from 10 respondents
#                opinion    what people think: by Trust only the scale mean and the top two answers
#                personal   who people are: pooled only
#   hes        the rule of hospital statistics: 1 to 7 held back, other numbers to the nearest 5
#   strict     research outputs: at least 10 on either side of every share
#   partner    partners of the pilot, under an agreement: as pilot, from 5 respondents
#   internal   the evaluators alone: nothing held back, and no release/ is written
#   own        your own numbers, below
# \`pilot-eval audit --what-if all\` shows what each would hold back.
disclosure:
  profile: pilot
  # What respondents were promised, in exactly these words with your number. A policy that shows smaller groups is refused.
  promise: groups under 10 never shown
  # Your own numbers, with profile: own. Write only what differs from the profile it starts from; no threshold is below 3.
  # own:
  #   based_on: pilot
  #   source: Agreed by the steering group on 1 March 2027, after the board's rule for staff surveys
  #   minimum_people: 12              # fewest people behind any number about people
  #   minimum_trusts: 4               # fewest Trusts behind a pooled cost
  #   shares:                         # by sensitivity: service, opinion, personal
  #     opinion: { fewest_by_trust: 3, fewest_pooled: 6 }     # fewest people on either side of a share
  #     service: { everyone: held back, all_but_one: held back, by_trust: summaries }
  #                                   # everyone, all_but_one: shown or held back
  #                                   # by_trust: every answer, summaries (mean score and top two answers) or nothing
  #   events_between: 5               # fewest people who get there between two points of a curve
  #   rounding: { people: 5, flow_by_trust: 5, flow_pooled: 5, points_by_trust: 1, points_pooled: 0.1, cost_per_img: 10, cost_total: 100 }
  #   protection: { people: 5, money: 0.1 }   # how far apart the bounds of a guess at what is held back must stay
  # A Trust's own cost per IMG is shown only when it agreed in writing: who, and when.
  trust_costs: []
  # trust_costs:
  #   - { trust: A, by: Chief finance officer, on: 2027-04-20 }

# Words of respondents that may be printed: only those that a named person read and agreed to. Everything else that
# people wrote stays out of the report. file and row: where the words stand, as a spreadsheet shows the file. words: at
# most 60, letter for letter, [...] for what is left out; no name, number or Trust that tells who wrote them. attribution:
# a role that several people share. Printed are the words and the attribution alone.
quotations: []
# quotations:
#   - file: survey/trust-a-month3.csv
#     row: 12
#     variable: text_best
#     words: The shadowing weeks made the difference
#     attribution: A doctor new to the NHS
#     approved_by: Chair of the steering group
#     on: 2027-04-20

# Whether respondents agreed that their answers go back to their Trust to be mended. They never do unless it stands here.
# answers_back_to_trusts: { agreed: true, basis: Say here where respondents were told and how they agreed }

# Words of the report.
report:
  title: Evaluation of the induction of international medical graduates
  # subtitle: Two Trusts, April to December 2026
  authors: []
  steering_group: []
  programme: Describe here what the Trusts did, in two or three sentences
  ethics: Say here whether this is research or service evaluation, and who decided
  funding: Say here who paid for the evaluation
`;
