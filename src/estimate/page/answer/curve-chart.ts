import { colours } from "../../../charts/theme.js";
import type { Level } from "../../../costs/estimate/assumptions.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { formatNumber } from "../../../core/format.js";
import { aboutPounds } from "../../money.js";
import { trendWords } from "./curve-trend.js";

const height = 300;
const margin = { top: 28, right: 16, bottom: 44, left: 64 };

/** Average cost of an IMG over their number, as an SVG: a line for the central value in a band from low to high. */
export function curveChart({ curve, inputs }: TrustEstimate, width: number): string {
  const drawn = Math.max(260, Math.min(760, Math.round(width)));
  const most = curve.at(-1)!.imgs;
  const own = curve[inputs.imgs - 1]!;
  const ceiling = ceilingOf(
    curve.map(({ average }) => average.high),
    own.average.high,
  );
  const top = niceTop(ceiling);
  const x = (imgs: number) =>
    round(margin.left + ((imgs - 1) / Math.max(1, most - 1)) * (drawn - margin.left - margin.right));
  const y = (value: number) =>
    round(margin.top + (1 - Math.min(value, top) / top) * (height - margin.top - margin.bottom));
  const line = (level: Level) => curve.map(({ imgs, average }) => `${x(imgs)},${y(average[level])}`);
  const yTicks = [0, 1, 2, 3, 4].map((part) => (top / 4) * part);
  const xTicks = ticksOf(most, drawn < 420 ? 4 : 7);
  const isLeft = x(own.imgs) < drawn * 0.6;
  const label = `${inputs.imgs} ${inputs.imgs === 1 ? "IMG" : "IMGs"}: ${aboutPounds(own.average.central * 100)} each`;
  return [
    `<svg role="img" aria-label="Line chart. ${trendWords(curve)} The numbers stand below." viewBox="0 0 ${drawn} ${height}" width="${drawn}" height="${height}" focusable="false">`,
    `<text x="0" y="14" class="axis">Pounds for each IMG</text>`,
    ...yTicks.map(
      (value) =>
        `<line x1="${margin.left}" x2="${drawn - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#d8dde0"/><text x="${margin.left - 8}" y="${round(y(value) + 5)}" text-anchor="end" class="axis">£${formatNumber(value)}</text>`,
    ),
    ...xTicks.map(
      (imgs) =>
        `<text x="${x(imgs)}" y="${height - margin.bottom + 20}" text-anchor="middle" class="axis">${formatNumber(imgs)}</text>`,
    ),
    `<text x="${drawn - margin.right}" y="${height - 6}" text-anchor="end" class="axis">IMGs a year</text>`,
    `<polygon points="${[...line("low"), ...line("high").reverse()].join(" ")}" fill="#C6DFF3"/>`,
    `<polyline points="${line("low").join(" ")}" fill="none" stroke="${colours.midBlue}" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    `<polyline points="${line("high").join(" ")}" fill="none" stroke="${colours.midBlue}" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    `<polyline points="${line("central").join(" ")}" fill="none" stroke="${colours.darkBlue}" stroke-width="3"/>`,
    `<line x1="${x(own.imgs)}" x2="${x(own.imgs)}" y1="${y(0)}" y2="${y(own.average.central)}" stroke="${colours.darkGrey}" stroke-dasharray="2 3"/>`,
    `<circle cx="${x(own.imgs)}" cy="${y(own.average.central)}" r="6" fill="${colours.darkPink}" stroke="#fff" stroke-width="2"/>`,
    `<text x="${round(x(own.imgs) + (isLeft ? 10 : -10))}" y="${round(y(own.average.high) - 10)}" text-anchor="${isLeft ? "start" : "end"}" class="own">${label}</text>`,
    `</svg>`,
  ].join("");
}

/** A very small cohort would flatten the rest: beyond four times the own high average the chart is cut. */
function ceilingOf(highs: readonly number[], own: number): number {
  return Math.min(Math.max(...highs), own * 4);
}

/** The next round number above a value, so that four steps are round too. */
function niceTop(value: number): number {
  if (!(value > 0)) return 4;
  const size = 10 ** Math.floor(Math.log10(value / 4));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((each) => each * 4 >= value)!;
  return Math.max(4, step * 4);
}

function ticksOf(most: number, wanted: number): readonly number[] {
  const rough = most / (wanted - 1);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * size).find((each) => each >= rough)!,
  );
  const ticks = Array.from({ length: Math.floor(most / step) }, (_, index) => step * (index + 1));
  return [1, ...ticks.filter((tick) => tick > step / 3 && tick !== 1)];
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
