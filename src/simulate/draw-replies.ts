import { stream } from "../core/random.js";
import type { RandomStream } from "../core/random.js";
import type { Answer } from "../study/answer.js";
import { pick, shuffle, whole } from "./draws.js";
import { drawAnswers } from "./draw-answers.js";
import { forms } from "./forms/form.js";
import { drawDistantCode, rewrite } from "./link-codes.js";
import type { Person } from "./people.js";
import type { Reply, WaveId } from "./reply.js";
import type { Truth, TrustTruth } from "./truth.js";

/** One export's rows in order of handing in, and what is wrong with them, in words. */
export interface Replies {
  readonly rows: readonly Reply[];
  readonly mess: readonly string[];
}

/** Everything that one Trust's form collected at one wave, with the mess that real files have. */
export function drawReplies(
  truth: Truth,
  seed: number,
  trust: TrustTruth,
  people: readonly Person[],
  wave: WaveId,
): Replies {
  const random = stream(seed, `simulate/answers/${trust.code}/${wave}`);
  const answering = people.filter((person) => person.codes[wave] !== null);
  const finished = answering.map((person) => drawReply(truth, random, person, wave));
  const messRandom = stream(seed, `simulate/mess/${trust.code}/${wave}`);
  const twice = answeredTwice(messRandom, trust, wave, finished);
  const partial = forms[trust.form].keepsUnfinished ? unfinished(messRandom, wave, people, finished) : [];
  const previews = forms[trust.form].keepsPreviews ? preview(messRandom, finished) : [];
  const rows = [...finished, ...twice, ...partial, ...previews].sort((a, b) => a.ended - b.ended);
  return { rows, mess: describe(answering, wave, twice, partial, previews) };
}

function drawReply(truth: Truth, random: RandomStream, person: Person, wave: WaveId): Reply {
  const elapsed = wave === "arrival" ? whole(random, 2, 12) : whole(random, 84, 98);
  const began = (person.start + elapsed) * 86400 + whole(random, 7 * 3600, 21 * 3600);
  const ended = began + whole(random, 240, 1500);
  return { began, ended, status: "finished", answers: drawAnswers(truth, random, person, wave, elapsed) };
}

/** Which waves of which forms hold a person who answered twice. */
const twiceAt: Readonly<Record<string, WaveId>> = {
  "microsoft-workbook": "month3",
  jisc: "arrival",
  "microsoft-windows": "month3",
  "qualtrics-numbers": "arrival",
};

/** An earlier, hasty answer of someone whose later one counts: another hand of the same code, some questions skipped. */
function answeredTwice(
  random: RandomStream,
  trust: TrustTruth,
  wave: WaveId,
  finished: readonly Reply[],
): readonly Reply[] {
  if (twiceAt[trust.form] !== wave) return [];
  const later = pick(random, finished);
  const answers = new Map<string, Answer>();
  for (const [name, answer] of later.answers) {
    if (answer.kind === "text" && name === "link_code")
      answers.set(name, { kind: "text", value: rewrite(random, normalised(answer.value)) });
    else if (answer.kind === "number" && name.startsWith("settle_"))
      answers.set(name, { kind: "number", value: Math.max(1, answer.value - whole(random, 0, 1)) });
    else if (answer.kind === "number" && name.startsWith("useful_")) answers.set(name, blank);
    else if (name.startsWith("text_")) answers.set(name, blank);
    else answers.set(name, answer);
  }
  const ago = whole(random, 3600, 20000);
  return [{ ...later, began: later.began - ago, ended: later.began - ago + 95, answers }];
}

/** Forms opened and not handed in, by doctors who did not answer this wave, and one by someone who came back. */
function unfinished(
  random: RandomStream,
  wave: WaveId,
  people: readonly Person[],
  finished: readonly Reply[],
): readonly Reply[] {
  const silent = shuffle(
    random,
    people.filter((person) => person.codes[wave] === null),
  ).slice(0, 2);
  const taken = people.flatMap((person) => [person.codes.arrival ?? [], person.codes.month3 ?? []].flat());
  const strangers = silent.map((person): Reply => {
    const began = (person.start + (wave === "arrival" ? 4 : 88)) * 86400 + whole(random, 30000, 70000);
    const code = drawDistantCode(random, taken);
    const answers = new Map<string, Answer>([
      ["link_code", { kind: "text", value: code }],
      ["start_date", { kind: "day", value: person.start }],
      ["first_post", { kind: "number", value: person.firstPost ? 1 : 0 }],
    ]);
    return { began, ended: began + 61, status: "unfinished", answers };
  });
  const back = pick(random, finished);
  const started = [...back.answers].slice(0, whole(random, 5, 9));
  const first: Reply = {
    began: back.began - 7200,
    ended: back.began - 7100,
    status: "unfinished",
    answers: new Map(started),
  };
  return [...strangers, first];
}

/** What whoever built the form filled in to try it, before it went out. */
function preview(random: RandomStream, finished: readonly Reply[]): readonly Reply[] {
  const earliest = Math.min(...finished.map((reply) => reply.began));
  return [2, 1].map((daysBefore): Reply => {
    const copied = pick(random, finished);
    const answers = new Map([...copied.answers].filter(([name]) => !name.startsWith("text_")));
    answers.set("link_code", { kind: "text", value: "TE00ST" });
    const began = earliest - daysBefore * 86400;
    return { began, ended: began + 40, status: "preview", answers };
  });
}

const blank: Answer = { kind: "missing", reason: "blank" };

function normalised(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function describe(
  answering: readonly Person[],
  wave: WaveId,
  twice: readonly Reply[],
  partial: readonly Reply[],
  previews: readonly Reply[],
): readonly string[] {
  const mess: string[] = [];
  const tied = (tie: Person["tie"]) => answering.filter((person) => person.tie === tie).length;
  const rewritten = answering.filter((person) => {
    const code = person.codes[wave] ?? "";
    return code !== normalised(code);
  }).length;
  if (wave === "month3") {
    if (rewritten > 0) mess.push(`${rewritten} with the link code in small letters or with spaces`);
    if (tied("mistyped") > 0) mess.push(`${tied("mistyped")} with one letter of the link code mistyped`);
    if (tied("another") > 0) mess.push(`${tied("another")} with another link code than at arrival`);
  }
  if (twice.length > 0) mess.push("1 person who answered twice, with the code written differently");
  if (partial.length > 0) mess.push(`${partial.length} unfinished forms`);
  if (previews.length > 0) mess.push(`${previews.length} previews by whoever built the form`);
  return mess;
}
