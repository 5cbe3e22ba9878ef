import { invariant } from "../core/invariant.js";
import { stream } from "../core/random.js";
import { readDay } from "../core/day.js";
import { chance, normal, pick, shuffle, weighted } from "./draws.js";
import type { ScaleId, TrustEffect } from "./expected.js";
import { scaleIds, trustEffects } from "./expected.js";
import { drawDistantCode, mistype, rewrite } from "./link-codes.js";
import type { Truth, TrustTruth } from "./truth.js";

/** One doctor as they truly are. */
export interface Person {
  readonly trust: TrustTruth;
  /** First day in post, days since 1970-01-01. */
  readonly start: number;
  readonly firstPost: boolean;
  readonly grade: number;
  /** Latent 0-100 scores at each wave. */
  readonly scores: Readonly<Record<ScaleId, { readonly arrival: number; readonly month3: number }>>;
  /** The code written at each wave; null when the doctor did not answer it. */
  readonly codes: { readonly arrival: string | null; readonly month3: string | null };
  /** How the month-3 code goes with the arrival code. */
  readonly tie: "same" | "mistyped" | "another" | "none";
}

const lateStarts = [0, 0, 0, 0, 0, 5, 12];
const shareRewritten = 0.12;

/** All doctors of one Trust, those who answer and those who do not. */
export function drawPeople(truth: Truth, seed: number, trust: TrustTruth): readonly Person[] {
  const random = stream(seed, `simulate/people/${trust.code}`);
  const position = truth.trusts.indexOf(trust);
  const effects = Object.fromEntries(
    scaleIds.map((scale) => [scale, trustEffects(truth, seed, scale)[position]!]),
  ) as Record<ScaleId, TrustEffect>;
  const doctors = Array.from({ length: trust.recruited }, () => ({
    trust,
    start: dayOf(pick(random, trust.intakes)) + pick(random, lateStarts),
    firstPost: chance(random, truth.firstPost),
    grade: 1 + weighted(random, truth.grades),
    scores: Object.fromEntries(
      scaleIds.map((scale) => {
        const is = truth.scales[scale];
        const arrival = normal(random, is.arrival + effects[scale].arrival, is.withinArrival);
        const change = normal(random, is.change + effects[scale].change, is.withinChange);
        return [scale, { arrival, month3: arrival + change }];
      }),
    ) as unknown as Person["scores"],
  }));
  const ties = drawCodes(truth, seed, trust);
  return doctors.map((doctor, index) => ({ ...doctor, ...ties[index]! }));
}

/** Days since 1970-01-01 of a day written year-month-day. */
export function dayOf(text: string): number {
  const day = readDay(text, "ymd");
  invariant(day !== null, `${text} is not a day`);
  return day;
}

/** Who answers which wave, and with which code: exact shares, chosen at random and not by how doctors feel. */
function drawCodes(truth: Truth, seed: number, trust: TrustTruth): readonly Pick<Person, "codes" | "tie">[] {
  const random = stream(seed, `simulate/codes/${trust.code}`);
  const everyone = Array.from({ length: trust.recruited }, (_, index) => index);
  const invited = shuffle(random, everyone).slice(0, trust.invited);
  const answering = Math.round(truth.response * trust.invited);
  const atArrival = new Set(shuffle(random, invited).slice(0, answering));
  const atMonth3 = shuffle(random, invited).slice(0, answering);
  const inBoth = atMonth3.filter((index) => atArrival.has(index));
  const kept = Math.min(inBoth.length, Math.round(truth.linked * answering));

  const taken: string[] = [];
  const fresh = () => {
    const code = drawDistantCode(random, taken);
    taken.push(code);
    return code;
  };
  return everyone.map((index) => {
    const own = fresh();
    const arrival = atArrival.has(index) ? own : null;
    if (!atMonth3.includes(index)) return { codes: { arrival, month3: null }, tie: "none" };
    if (arrival === null) return { codes: { arrival, month3: own }, tie: "none" };
    const place = inBoth.indexOf(index);
    if (place < kept) {
      const month3 = chance(random, shareRewritten) ? rewrite(random, own) : own;
      return { codes: { arrival, month3 }, tie: "same" };
    }
    if (place === kept) return { codes: { arrival, month3: mistype(random, own) }, tie: "mistyped" };
    return { codes: { arrival, month3: fresh() }, tie: "another" };
  });
}
