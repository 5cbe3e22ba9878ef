import { describe, expect, it } from "vitest";
import type { Chart, Drawing } from "../../src/charts/chart.js";
import type { TableCell } from "../../src/charts/data-table.js";
import { syntheticNotice } from "../../src/charts/draw-charts.js";
import { charts } from "../../src/charts/index.js";
import { renderChart } from "../../src/charts/render.js";
import { stream } from "../../src/core/random.js";
import type { Result } from "../../src/core/result.js";
import type { Released } from "../../src/disclosure/released.js";
import { checkDocument } from "../../src/report/check-document.js";
import type { FigureBlock } from "../../src/report/document.js";
import type { Study } from "../../src/study/study.js";
import { estimate, makeReleased, makeStudy, suppressed, unavailable } from "./fixture.js";

const study = makeStudy();
const released = makeReleased();

/** A release in which some results are something else; null takes one out. */
function change(make: (result: Result, index: number) => Result | null, from = released): Released {
  return { ...from, results: from.results.flatMap((result, index) => make(result, index) ?? []) };
}

function drawn(chart: Chart, from: Released = released, of: Study = study): Drawing {
  const drawing = chart.draw(from, of);
  if ("nothing" in drawing) throw new Error(`${chart.id}: ${drawing.nothing}`);
  return drawing;
}

async function render(chart: Chart, from: Released = released, of: Study = study) {
  const { spec, caption, altText, leftOut } = drawn(chart, from, of);
  const notes = [...(leftOut === "" ? [] : [leftOut]), syntheticNotice];
  return renderChart(spec, { id: chart.id, title: caption, description: altText, notes, scale: 1 });
}

function find(id: string): Chart {
  return charts.find((chart) => chart.id === id)!;
}

function print(cell: TableCell): string {
  if (cell.kind === "suppressed") return "[c]";
  return cell.kind === "unavailable" ? `[${cell.shorthand}]` : cell.text;
}

function rows(chart: Chart, from: Released = released, of: Study = study): string[][] {
  return drawn(chart, from, of).table.rows.map((row) => row.map(print));
}

/** Every number in a text, as printed. */
function numbers(text: string): string[] {
  return text.match(/−?£?\d[\d,]*(?:\.\d+)?%?/g)?.map((number) => number.replace(/,$/, "")) ?? [];
}

/** Every word drawn in an SVG. */
function labels(svg: string): string {
  return [...svg.replace(/<desc.*?<\/desc>/s, "").matchAll(/>([^<>]+)</g)]
    .map((match) => match[1])
    .join(" | ");
}

describe.each(charts.map((chart) => [chart.id, chart] as const))("%s", (_, chart) => {
  it("draws a chart that says what it shows", async () => {
    const drawing = drawn(chart);
    const { svg, width, height } = await render(chart);
    expect(svg).toContain('role="img"');
    expect(width).toBeLessThanOrEqual(681);
    expect(height).toBeLessThan(900);
    expect(drawing.caption.split(" ").length).toBeLessThanOrEqual(12);
    expect(drawing.description).toMatch(/Unit: /);
    expect(drawing.table.id).toBe(chart.id);
  });

  it("says why there is nothing to draw when the release has none of its results", () => {
    expect(chart.draw({ results: [], groups: released.groups }, study)).toEqual({
      nothing: expect.stringMatching(/^this release has no /) as string,
    });
    expect(chart.draw(change(suppressed), study)).toEqual({
      nothing: expect.stringMatching(
        chart.id.startsWith("cost-")
          ? /^no .* is shown: (consent is not recorded|to protect a Trust)/
          : / is held back so that nobody can be recognised$/,
      ) as string,
    });
    expect(chart.draw(change(unavailable), study)).toEqual({
      nothing: expect.stringMatching(/^no .* could be worked out/) as string,
    });
  });

  it("has a study without variables, comparisons or cohort sizes to draw nothing from", () => {
    const bare = { ...study, variables: [], comparisons: [], milestone_days: [], scales: [] };
    const drawing = chart.draw({ ...released, results: [] }, bare);
    expect(drawing).toHaveProperty("nothing");
  });

  it("never shows a number that was held back", async () => {
    const numbered = drawn(chart)
      .table.rows.flat()
      .flatMap((cell) => (cell.kind === "number" ? [cell] : []));
    const ids = [...new Set(numbered.map((cell) => cell.result!))];
    for (const id of ids.filter((_, index) => index % 17 === 3)) {
      const planted = (result: Result) =>
        result.id === id && result.kind === "estimate" ? { ...result, estimate: 0.4321 } : result;
      const before = drawn(chart, change(planted));
      expect(JSON.stringify(before)).toContain("0.4321");
      const after = change((result) => (result.id === id ? suppressed(planted(result)) : result));
      const drawing = drawn(chart, after);
      expect(JSON.stringify(drawing)).not.toContain("0.4321");
      expect(drawing.table.rows.flat().some(({ kind }) => kind === "suppressed")).toBe(true);
      const { svg } = await render(chart, after);
      if (!["milestone-curves", "cost-by-cohort-size"].includes(chart.id))
        expect(labels(svg)).toContain("[c]");
      expect(drawing.leftOut).toMatch(
        chart.id.startsWith("cost-")
          ? /^Not shown: 1 of \d+ numbers, (consent is not recorded|to protect a Trust)/
          : /^Not shown: 1 of \d+ numbers, held back so that nobody/,
      );
      expect(drawing.altText.endsWith(drawing.leftOut)).toBe(true);
      const flowing = (text: string) => text.replace(/\s+/g, " ");
      expect(flowing(labels(svg).replaceAll(" | ", " "))).toContain(flowing(drawing.leftOut));
    }
  });

  it("is the same in whatever order the results stand: none is placed by one that is not shown", () => {
    const next = stream(11, `order ${chart.id}`);
    const places = new Map(released.results.map(({ id }) => [id, next()]));
    const isOrdered = ({ id }: Result) => id.startsWith("cost/one-way/");
    const held = change((result, index) => (index % 5 === 2 ? suppressed(result) : result));
    const shuffled = [...held.results].sort((a, b) =>
      isOrdered(a) && isOrdered(b) ? 0 : places.get(a.id)! - places.get(b.id)!,
    );
    const results = [...shuffled.filter((result) => !isOrdered(result)), ...held.results.filter(isOrdered)];
    expect(chart.draw({ ...held, results }, study)).toEqual(chart.draw(held, study));
  });

  it("has in its words no number that is not in its table or a label", () => {
    const { altText, caption, table } = drawn(chart);
    const cells = table.rows.flat().map(print);
    const known = new Set([...cells, ...table.columns.map((column) => column.heading)].flatMap(numbers));
    const others = [`${released.groups.length}`, "95%"];
    const unknown = numbers(`${caption} ${altText}`).filter(
      (one) => !known.has(one) && !others.includes(one),
    );
    expect(unknown).toEqual([]);
  });

  it("says in words every number it draws for all Trusts", () => {
    const { altText, table } = drawn(chart);
    const pooled = table.rows.flatMap((row) =>
      row.flatMap((cell) => {
        if (cell.kind !== "number") return [];
        const result = released.results.find((one) => one.id === cell.result);
        const main = result?.kind === "estimate" && result.estimate === cell.value;
        return main && !/trust/.test(result.id) && !/\/middle\//.test(result.id) ? [cell.text] : [];
      }),
    );
    expect(pooled.length).toBeGreaterThan(1);
    const said = new Set(numbers(altText));
    expect(pooled.filter((text) => !said.has(text))).toEqual([]);
  });

  it("claims no cause and ranks no Trust", () => {
    const { altText, caption, description } = drawn(chart);
    const claims = /improv|impact|\beffect|caus|because|led to|reduc|better|worse|\brank|best Trust|league/i;
    expect(`${caption} ${description} ${altText}`.replace(/two best ratings/, "")).not.toMatch(claims);
  });

  it("draws a study of one Trust without naming it twice", async () => {
    const one = makeStudy("A");
    const alone: Released = {
      groups: [["A"]],
      results: released.results
        .filter(({ id }) => !/trusts?-/.test(id))
        .map((result) => ({ ...result, id: result.id.replace(/pooled$/, "trust-a") })),
    };
    const { description, altText, caption } = drawn(chart, alone, one);
    expect(`${description} ${altText} ${caption}`).not.toMatch(/all Trusts/i);
    const { svg } = await render(chart, alone, one);
    expect((labels(svg).match(/Trust A\b/g) ?? []).length).toBeLessThanOrEqual(2);
  });

  it("draws all Trusts joined as one group", async () => {
    const joined: Released = {
      groups: [[..."ABCDEF"]],
      results: released.results.filter(({ id }) => !/trusts?-/.test(id)),
    };
    const { svg } = await render(chart, joined);
    expect((labels(svg).match(/All \| ?Trusts|All Trusts/g) ?? []).length).toBeLessThanOrEqual(2);
  });
});

describe("the list of charts", () => {
  it("names each chart once, and the nine of the report", () => {
    const ids = charts.map((chart) => chart.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([
      "response-flow",
      "coverage-heat-map",
      "settling-in-items",
      "change-by-trust",
      "milestone-curves",
      "provided-useful-gap",
      "cost-by-category",
      "cost-by-cohort-size",
      "cost-one-way",
    ]);
    for (const chart of charts) expect(chart.label).toMatch(/^[A-Z].*[^.]$/);
  });

  it("makes figures that a document accepts", async () => {
    const blocks: FigureBlock[] = [];
    for (const chart of charts)
      blocks.push({ kind: "figure", id: chart.id, ...drawn(chart), ...(await render(chart)) });
    const sections = [{ id: "all-charts", heading: "Charts", blocks }];
    const words = {
      title: "T",
      subtitle: "",
      language: "en-GB",
      banner: null,
      imprint: "",
      sections,
    } as const;
    expect(() => checkDocument({ ...words, authors: [], steeringGroup: [] })).not.toThrow();
  });

  it("draws, or says why not, whatever is held back, missing or coarser", async () => {
    for (let round = 0; round < 12; round += 1) {
      const next = stream(7, `held back ${round}`);
      const share = [0.05, 0.3, 0.7, 0.97][round % 4]!;
      const thinned = change((result) => {
        if (next() >= share) return result;
        return [suppressed, unavailable, () => null][Math.floor(next() * 3)]!(result);
      });
      for (const chart of charts) {
        const drawing = chart.draw(thinned, study);
        expect(JSON.stringify(drawing)).not.toMatch(/undefined|NaN|Infinity/);
        if (!("nothing" in drawing)) await render(chart, thinned);
      }
    }
  });
});

describe("response-flow", () => {
  it("speaks of linking only where waves are linked", () => {
    const chart = find("response-flow");
    const once = { ...study, waves: study.waves.slice(1), comparisons: [] };
    const { caption, description, altText, table } = drawn(chart, released, once);
    expect(`${caption} ${description} ${altText} ${table.caption}`).not.toMatch(/link/i);
    expect(drawn(chart).description).toContain("invited, answering and linked");
  });

  it("says that rounded numbers of people are about that many", () => {
    const rounded = change((result) =>
      result.kind === "estimate" && result.id.startsWith("flow/") ? { ...result, precision: 5 } : result,
    );
    expect(drawn(find("response-flow"), rounded).caption).toMatch(/^Of about 151 IMGs invited, about 131/);
  });

  it("gives counts with their shares, and of whom", () => {
    expect(rows(find("response-flow"))).toEqual([
      ["Invited", "151", "[z]", "[z]"],
      ["Answered: Arrival", "131", "87%", "of those invited"],
      ["Answered: Month 3", "124", "82%", "of those invited"],
      ["Linked: Arrival to Month 3", "96", "77%", "of month 3 answers"],
    ]);
    expect(drawn(find("response-flow")).caption).toBe("Of 151 IMGs invited, 131 answered the arrival survey");
  });

  it("draws bars as long as the counts", async () => {
    const { svg } = await render(find("response-flow"));
    const lengths = [...svg.matchAll(/d="M0,[\d.]+h([\d.]+)v/g)].map((match) => Number(match[1]));
    expect(lengths).toHaveLength(4);
    expect(lengths[3]! / lengths[0]!).toBeCloseTo(96 / 151, 2);
  });
});

describe("coverage-heat-map", () => {
  const chart = find("coverage-heat-map");

  it("has a row a part under its strand, a column a group of Trusts, all Trusts last", async () => {
    const { columns } = drawn(chart).table;
    expect(columns.map((column) => column.heading)).toEqual([
      "Part of the induction",
      "Strand",
      "Trusts A and B",
      "Trust C",
      "Trust D",
      "Trust E",
      "Trust F",
      "All Trusts",
    ]);
    expect(rows(chart)[0]!.slice(1)).toEqual(["Pre-arrival", "80%", "100%", "90%", "100%", "95%", "97%"]);
    const { svg } = await render(chart);
    for (const words of ["Trust C", "Trust F", "IT and records", "100%"])
      expect(labels(svg)).toContain(words);
    expect(svg.match(/<path [^>]*fill="#(?:C6DFF3|9CC6EB|6BACE6|2073BC|12436D)"/g)).toHaveLength(15 * 6);
  });

  it("leaves out a group of which it may show nothing, and says so", async () => {
    const from = change((result) => (result.id.endsWith("trust-d") ? suppressed(result) : result));
    const { svg } = await render(chart, from);
    expect(labels(svg)).not.toContain("| Trust D |");
    const { altText, description } = drawn(chart, from);
    for (const words of [altText, description, labels(svg)])
      expect(words).toContain("Held back and left out: Trust D.");
  });

  it("grows wider than the page sooner than squeeze twelve Trusts", async () => {
    const codes = "ABCDEFGHIJKL";
    const many: Released = {
      groups: [...codes].map((code) => [code]),
      results: [...codes].map((code) =>
        estimate(`coverage/received-pro-01/month3/yes/trust-${code.toLowerCase()}`, 0.5),
      ),
    };
    const { width, svg } = await render(chart, many, makeStudy(codes));
    expect(width).toBeGreaterThan(800);
    expect(labels(svg)).toContain("Trust L");
  });
});

describe("settling-in-items", () => {
  const chart = find("settling-in-items");

  it("pairs the waves of each question and marks the ones worded the other way round", () => {
    const table = rows(chart);
    expect(table).toHaveLength(12);
    expect(table[0]).toEqual(["I feel settled where I live", "Arrival", "36%", "24%", "40%", "130"]);
    expect(table[5]).toEqual([
      "I often feel alone or isolated (disagreeing is favourable)",
      "Month 3",
      "13%",
      "14%",
      "73%",
      "121",
    ]);
  });

  it("says how many people stand behind a bar", () => {
    expect(drawn(chart).description).toContain("118 to 130 people a bar");
  });

  it("writes every share, small ones beside their segment", async () => {
    const { svg } = await render(chart);
    expect(labels(svg)).toMatch(/4%/);
    expect(svg.match(/%<\/text>/g)).toHaveLength(36);
  });
});

describe("change-by-trust", () => {
  const chart = find("change-by-trust");
  const settling = (id: string) => id.startsWith("change/settling/");
  const moved = (make: (trust: string) => number | null) =>
    change((result) => {
      const value = settling(result.id) ? make(result.id.split("/").at(-1)!) : null;
      return value === null || result.kind !== "estimate" ? result : { ...result, estimate: value };
    });

  it("puts the primary comparison first and the prediction last", () => {
    const table = rows(chart);
    expect(table.map((row) => row[0]).slice(0, 7)).toEqual([
      "Trusts A and B",
      "Trust C",
      "Trust D",
      "Trust E",
      "Trust F",
      "All Trusts",
      "A further Trust (predicted)",
    ]);
    expect(table[0]).toEqual(["Trusts A and B", "Settling in, arrival to month 3", "14", "5", "23", "10"]);
    expect(table[5]!.slice(2)).toEqual(["14.4", "10.6", "18.2", "96"]);
    expect(table[6]!.slice(2)).toEqual(["[z]", "4.9", "23.9", "[z]"]);
    expect(table[7]![1]).toBe("Confidence at work, arrival to month 3");
  });

  it("draws a point, an interval and its numbers a row, and a line at zero", async () => {
    const { svg } = await render(chart);
    expect(labels(svg)).toContain("14.4 (10.6 to 18.2)");
    expect(svg.match(/stroke="#12436D" stroke-width="2"/g)).toHaveLength(10);
    expect(svg.match(/stroke-dasharray="5,4"/g)).toHaveLength(2);
  });

  it("heads the chart with what the released numbers say, and no more", () => {
    const captionOf = (from: Released) => drawn(chart, from).caption;
    expect(captionOf(released)).toBe("Settling in: higher at month 3 in all 5 groups");
    const below = (result: Result): Result =>
      settling(result.id) && result.kind === "estimate"
        ? { ...result, estimate: -2, interval: { ...result.interval!, low: -4, high: -1 } }
        : result;
    expect(captionOf(change(below))).toBe("Settling in: lower at month 3 in all 5 groups");
    expect(captionOf(moved((trust) => (trust === "trust-d" ? 0 : null)))).toBe(
      "Settling in: mean change of 14.4 points",
    );
    const oneHeld = change(({ id }, index) =>
      settling(id) && id.endsWith("trust-d")
        ? suppressed(released.results[index]!)
        : released.results[index]!,
    );
    expect(captionOf(oneHeld)).toBe("Settling in: higher at month 3 in all 4 groups shown");
    const noneShown = change((result) => (settling(result.id) ? suppressed(result) : result));
    expect(captionOf(noneShown)).toBe("Settling in: change from arrival to month 3");
  });

  it("calls no change higher whose interval over all Trusts includes none", () => {
    const wide = change((result) =>
      settling(result.id) && result.id.endsWith("pooled") && result.kind === "estimate"
        ? { ...result, interval: { ...result.interval!, low: -40, high: 70 } }
        : result,
    );
    expect(drawn(chart, wide).caption).toBe("Settling in: mean change of 14.4 points");
  });

  it("explains only the marks that it draws", () => {
    const { description } = drawn(chart);
    expect(description).toContain("the diamond is the mean of all Trusts; the dashed line is the range");
    const alone: Released = {
      groups: [["C"]],
      results: released.results.filter(({ id }) => id.endsWith("/trust-c")),
    };
    const one = drawn(chart, alone, makeStudy("C"));
    expect(`${one.description} ${one.altText}`).not.toMatch(/diamond|dashed|order of|group of Trusts/);
    expect(one.caption).toBe("Settling in: mean change of 18 points");
    expect(one.table.caption).toBe("Change in scale scores");
  });
});

describe("milestone-curves", () => {
  const chart = find("milestone-curves");

  it("breaks a line at a day that is held back", async () => {
    const lines = async (from: Released) =>
      (await render(chart, from)).svg.match(/ fill="none"|stroke-dasharray/g)!;
    const from = change((result) => (result.id.includes("days-2/day-21/") ? suppressed(result) : result));
    expect((await lines(from)).length).toBeGreaterThan((await lines(released)).length);
  });

  it("names each line at its end", async () => {
    const { svg } = await render(chart);
    for (const words of ["Working IT log-ins", "Bank account open", "accommodation", "84"])
      expect(labels(svg)).toContain(words);
    expect(drawn(chart).caption).toBe("By day 84, 90% to 100% had reached each milestone");
  });

  it("reads days in order, however the study declares them", () => {
    const shuffled = { ...study, milestone_days: [...study.milestone_days].reverse() };
    expect(rows(chart, released, shuffled)).toEqual(rows(chart));
  });
});

describe("provided-useful-gap", () => {
  it("gives both shares, each with its own people", () => {
    const row = rows(find("provided-useful-gap"))[3]!;
    expect(row).toEqual(["Trust induction", "47%", "20%", "100%", "119", "73%", "20%", "100%", "87"]);
    expect(drawn(find("provided-useful-gap")).caption).toBe(
      "Parts were useful to 58% to 94% of their recipients",
    );
  });

  it("says that its range is of the parts shown when one is held back", () => {
    const held = change((result) =>
      /^gap\/[^/]+\/useful\/pooled$/.test(result.id) && result.id.includes("pro-03")
        ? suppressed(result)
        : result,
    );
    expect(drawn(find("provided-useful-gap"), held).caption).toMatch(/^Parts shown were useful to /);
  });
});

describe("cost-by-category", () => {
  const chart = find("cost-by-category");

  it("puts the largest category over all Trusts first and the total last", () => {
    const table = rows(chart);
    expect(table.map((row) => row[0])).toEqual([
      "IMG supernumerary time",
      "Staff time",
      "Travel and accommodation",
      "Licences and equipment",
      "Materials",
      "Premises",
      "Catering",
      "Other",
      "All categories",
    ]);
    expect(table.at(-1)).toEqual([
      "All categories",
      "£11,140",
      "£8,990",
      "£7,120",
      "£6,010",
      "£4,980",
      "£6,530",
    ]);
    expect(drawn(chart).caption).toBe("Largest category: IMG supernumerary time, £3,480 per IMG");
  });

  it("says that a cost of nothing may be a small one, where one is drawn", () => {
    const small = ({ id }: Result) => id.startsWith("cost/category/") && id.endsWith("/trust-c");
    const from = change((result) =>
      small(result) && result.kind === "estimate" ? { ...result, estimate: 0 } : result,
    );
    expect(drawn(chart, from).leftOut).toBe("£0 may stand for a small cost: costs are rounded.");
    expect(drawn(chart).leftOut).toBe("");
  });

  it("shows only all Trusts when no Trust agreed to be shown", async () => {
    const from = change((result) =>
      result.id.startsWith("cost/") && /trusts?-/.test(result.id) ? suppressed(result) : result,
    );
    const { svg } = await render(chart, from);
    expect(labels(svg)).not.toContain("[c]");
    expect(drawn(chart, from).altText).toContain(
      "Not shown, consent is not recorded: Trusts A and B, Trust C, Trust D, Trust E and Trust F.",
    );
  });

  it("names the one of joined Trusts that did not agree", () => {
    const from = change((result) =>
      result.id.startsWith("cost/") && result.id.endsWith("/trusts-a+b") ? suppressed(result) : result,
    );
    const trust_costs = [..."BCDEF"].map((trust) => ({ trust, by: "somebody", on: "2026-10-12" }));
    const agreed = { ...study, disclosure: { ...study.disclosure, trust_costs } };
    expect(drawn(chart, from, agreed).description).toContain(
      "Not shown, consent is not recorded for Trust A: Trusts A and B.",
    );
  });

  it("tells a Trust that did not agree from one held back so that it cannot be worked out", () => {
    const from = change((result) =>
      /^cost\/.*\/(trust-d|trust-e)$/.test(result.id) ? suppressed(result) : result,
    );
    const trust_costs = [..."ABCEF"].map((trust) => ({ trust, by: "somebody", on: "2026-10-12" }));
    const agreed = { ...study, disclosure: { ...study.disclosure, trust_costs } };
    expect(drawn(chart, from, agreed).description).toContain(
      "Not shown, consent is not recorded: Trust D. Not shown, to protect a Trust or a person: Trust E.",
    );
    expect(drawn(chart, from, agreed).description).not.toMatch(/recognised|protect people/);
  });
});

describe("cost-by-cohort-size", () => {
  it("starts both axes at zero and gives the price year", async () => {
    const chart = find("cost-by-cohort-size");
    const { svg } = await render(chart);
    expect(labels(svg)).toContain("£0");
    expect(labels(svg)).toContain("Pounds per IMG inducted, at 2026/27 prices");
    expect(rows(chart)[0]!.slice(0, 3)).toEqual(["5", "£12,010", "£8,530"]);
    expect(rows(chart)[1]!.slice(3)).toEqual(["£5,210", "£1,730"]);
    expect(drawn(chart).caption).toBe("Average cost: £12,010 at 5 IMGs, £5,770 at 60");
  });
});
