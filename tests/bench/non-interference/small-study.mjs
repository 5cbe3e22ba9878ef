// A small study of five Trusts with few questions, that holds something of every kind: a scale, an outcome, a count of days,
// parts of the induction, a subgroup, free text, link codes, HR records and cost returns, of which one Trust agreed to show its own.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { strFromU8, strToU8 } from "fflate";

export const trusts = ["A", "B", "C", "D", "E"];
/** The first two are joined by the gate; the others stand alone. */
const sizes = { A: 6, B: 15, C: 21, D: 28, E: 34 };
export const waves = ["arrival", "month3"];
const kept = [
  ...["link_code", "start_date", "first_post", "settle_home", "settle_welcome", "settle_isolated"],
  ...["setup_bank", "days_login", "received_enb_01", "settled_overall", "text_best"],
];
const example = "data/example";

export function surveyFile(trust, wave) {
  return `survey/trust-${trust.toLowerCase()}-${wave}.csv`;
}

/** Rows of a CSV file of a study, the first of them its headings. */
export function rowsOf(files, file) {
  return parse(strFromU8(files.get(file)), { bom: true });
}

export function bytesOfRows(rows) {
  return strToU8(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"),
  );
}

/**
 * Files of the study by path.
 *
 * @param draw whole numbers below a limit
 * @param withCosts whether there are cost returns: a study without is worked out in a third of the time
 */
export function smallStudy(draw, withCosts) {
  const codebook = parse(readFileSync(`${example}/codebook.csv`), { bom: true });
  const rows = kept.map((name) => codebook.find((row) => row[0] === name));
  const files = new Map([
    ["study.yaml", strToU8(yaml(withCosts))],
    ["codebook.csv", bytesOfRows([codebook[0], ...rows])],
  ]);
  const hr = [["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"]];
  for (const trust of trusts) {
    const people = Array.from({ length: sizes[trust] }, (_, index) => drawPerson(draw, trust, index));
    for (const wave of waves) {
      const asked = rows.filter((row) => row[6].split("|").includes(wave));
      const headings = [
        "Unique Response Number",
        ...asked.map((row) => row[3].split("|")[0]),
        "CompletionDate",
      ];
      const answered = people.filter(() => draw(10) < 9);
      const replies = answered.map((person, index) => [
        `100200-100200-${trust.charCodeAt(0)}0${100 + index}`,
        ...asked.map((row) => answerOf(draw, person, row[0], wave)),
        wave === "arrival" ? "2026-05-20" : "2026-08-20",
      ]);
      files.set(surveyFile(trust, wave), bytesOfRows([headings, ...replies]));
    }
    people.forEach(({ start }, index) =>
      hr.push([
        trust,
        `${trust}${100 + index}`,
        start,
        draw(6) === 0 ? "12/10/2026" : "",
        "yes",
        draw(4) ? "yes" : "no",
      ]),
    );
    if (withCosts) files.set(costFile(trust), new Uint8Array(readFileSync(`${example}/${costFile(trust)}`)));
  }
  files.set("hr.csv", bytesOfRows(hr));
  const cohort = trusts.map((trust) =>
    [trust, ...Array(4).fill(sizes[trust]), sizes[trust] - 1, 1].map(String),
  );
  const counted = ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
  return files.set("cohort.csv", bytesOfRows([counted, ...cohort]));
}

export function costFile(trust) {
  return `costs/trust-${trust.toLowerCase()}.xlsx`;
}

function drawPerson(draw, trust, index) {
  const letter = () => "ABDFGKLMNPRST"[draw(13)];
  const code = `${letter()}${trust}${String(1 + (index % 28)).padStart(2, "0")}${letter()}${letter()}`;
  return {
    code,
    start: `${String(1 + draw(28)).padStart(2, "0")}/04/2026`,
    first: String(draw(2)),
    feels: draw(2),
  };
}

function answerOf(draw, { code, start, first, feels }, name, wave) {
  const later = wave === "month3" ? 1 : 0;
  const agrees = 2 + feels + later + draw(2);
  const answers = {
    link_code: code,
    start_date: start,
    first_post: first,
    settle_isolated: 6 - agrees,
    setup_bank: Math.min(1, draw(5)),
    days_login: draw(15),
    received_enb_01: draw(3),
    text_best: draw(3) === 0 ? "The rota was clear" : "",
  };
  return String(answers[name] ?? agrees);
}

/** The example's declaration, with these Trusts and files, and with consent of Trust C alone. */
function yaml(withCosts) {
  const text = readFileSync(`${example}/study.yaml`, "utf8");
  const surveys = trusts.flatMap((trust) =>
    waves.map(
      (wave) =>
        `  - { file: ${surveyFile(trust, wave)}, kind: survey, trust: ${trust}, wave: ${wave}, dialect: jisc, date_order: dmy }`,
    ),
  );
  const costs = (withCosts ? trusts : []).map(
    (trust) => `  - { file: ${costFile(trust)}, kind: cost-return, trust: ${trust} }`,
  );
  const changed = text
    .replace(/sources:\n[\s\S]*?(?= {2}# Eligible)/, `sources:\n${[...surveys, ...costs].join("\n")}\n`)
    .replace(
      "  cohort_sizes: [5, 10, 15, 20, 30, 40, 50, 60]",
      "  cohort_sizes: [10]\n  uncertainty: { draws: 1000 }",
    )
    .replace(/^ +- \{ code: F, .*\n/m, "")
    .replace(/^ +- \{ trust: [ABDEF], by: .*\n/gm, "")
    .replace("subgroups: [first_post, grade]", "subgroups: [first_post]")
    .replace(/^ +- \{ scale: confidence, (?:from|label|aim).*\n|^ +- \{ id: confidence, .*\n/gm, "")
    .replace(/^standards:\n(?: .*\n)*/m, "")
    .replace(/^milestone_days: .*$/m, "milestone_days: [1, 7, 14]");
  return changed;
}
