/** A stream of numbers from 0 to below 1 from a seed: mulberry32, which is enough to draw rows. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ways to change one respondent of a checked study. */
export const changes = {
  add(checked, draw) {
    const from = pick(checked.surveys, draw);
    return withSurveys(checked, new Map([[from, added(from, from, position(from, draw), "ZZ99ZZ")]]));
  },
  drop(checked, draw) {
    const from = pick(checked.surveys, draw);
    return withSurveys(checked, new Map([[from, dropped(from, position(from, draw))]]));
  },
  move(checked, draw) {
    const from = pick(checked.surveys, draw);
    const to = pick(
      checked.surveys.filter((one) => one.wave === from.wave && one.trust !== from.trust),
      draw,
    );
    const at = position(from, draw);
    return withSurveys(
      checked,
      new Map([
        [from, dropped(from, at)],
        [to, added(to, from, at, null)],
      ]),
    );
  },
  answer(checked, draw) {
    const from = pick(checked.surveys, draw);
    const asked = checked.study.variables.filter(
      ({ name, categories, type }) =>
        type === "single" &&
        categories.length > 1 &&
        from.answers.get(name)?.some(({ kind }) => kind === "number"),
    );
    const variable = pick(asked, draw);
    const at = position(from, draw);
    const answers = [...from.answers.get(variable.name)];
    const others = variable.categories.filter(({ code }) => code !== answers[at].value);
    answers[at] = { kind: "number", value: pick(others, draw).code };
    const changed = { ...from, answers: new Map([...from.answers, [variable.name, answers]]) };
    return withSurveys(checked, new Map([[from, changed]]));
  },
};

/** Ten people of the largest Trust answer from another one. */
export function moveTen(checked, draw) {
  const wave = checked.study.waves.at(-1).id;
  const bySize = checked.surveys
    .filter((one) => one.wave === wave)
    .sort((a, b) => b.table.rows.length - a.table.rows.length);
  let [from, to] = bySize;
  const original = [from, to];
  for (let times = 0; times < 10; times++) {
    const at = position(from, draw);
    to = added(to, from, at, null);
    from = dropped(from, at);
  }
  return withSurveys(
    checked,
    new Map([
      [original[0], from],
      [original[1], to],
    ]),
  );
}

function pick(list, draw) {
  return list[Math.floor(draw() * list.length)];
}

function position(survey, draw) {
  return Math.floor(draw() * survey.table.rows.length);
}

function withSurveys(checked, replaced) {
  return { ...checked, surveys: checked.surveys.map((one) => replaced.get(one) ?? one) };
}

function dropped(survey, at) {
  const without = (list) => list.filter((_, index) => index !== at);
  return rebuilt(
    survey,
    without(survey.table.rows),
    (column) => without(column.values),
    (answers) => without(answers),
  );
}

/** A survey with one row more, which answers as a row of another (or the same) one does. */
function added(survey, from, at, code) {
  const like = new Map(from.table.columns.map((column) => [column.name, column.values[at]]));
  const rows = [...survey.table.rows, Math.max(...survey.table.rows) + 1];
  return rebuilt(
    survey,
    rows,
    (column) => [...column.values, like.get(column.name) ?? null],
    (answers, name) => {
      const answer = from.answers.get(name)[at];
      const isCode = answer.kind === "text" && name === "link_code" && code !== null;
      return [...answers, isCode ? { kind: "text", value: code } : answer];
    },
  );
}

function rebuilt(survey, rows, valuesOf, answersOf) {
  const columns = survey.table.columns.map((column) => ({ ...column, values: valuesOf(column) }));
  const answers = new Map([...survey.answers].map(([name, list]) => [name, answersOf(list, name)]));
  return { ...survey, table: { ...survey.table, rows, columns }, answers };
}
