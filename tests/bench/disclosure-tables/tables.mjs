// Sixty 12 x 12 tables of counts with their margins; cells of 1 to 4 people are held back. Always the same.
export const size = 12;

export function tables() {
  const random = generator(20260906);
  return Array.from({ length: 60 }, () => {
    const counts = grid((_row, _column) => Math.floor(-9 * Math.log(1 - random())));
    return { counts, primary: grid((row, column) => counts[row][column] >= 1 && counts[row][column] <= 4) };
  });
}

/** What is known of a table: its margins, and the cells that are not held back. */
export function systemOf({ counts }, isHidden) {
  const places = counts.flatMap((row, at) => row.map((_, column) => ({ row: at, column })));
  const said = (id, chosen) => {
    const value = chosen.reduce((sum, { row, column }) => sum + counts[row][column], 0);
    return {
      terms: chosen.map(({ row, column }) => ({ unknown: row * size + column, times: 1 })),
      low: value,
      high: value,
      from: [id],
    };
  };
  const lines = Array.from({ length: size }, (_, at) => at);
  return {
    unknowns: places.map(({ row, column }) => ({
      name: `cell/${row}/${column}`,
      whole: true,
      low: 0,
      high: null,
    })),
    constraints: [
      ...places
        .filter(({ row, column }) => !isHidden(row, column))
        .map((place) => said(`cell/${place.row}/${place.column}`, [place])),
      ...lines.map((line) =>
        said(
          `row/${line}`,
          places.filter(({ row }) => row === line),
        ),
      ),
      ...lines.map((line) =>
        said(
          `column/${line}`,
          places.filter(({ column }) => column === line),
        ),
      ),
    ],
  };
}

function grid(valueAt) {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => valueAt(row, column)),
  );
}

function generator(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}
