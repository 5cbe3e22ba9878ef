import type { RandomStream } from "../core/random.js";
import type { Answer } from "../study/answer.js";
import { chance, normal, pick, weighted, whole } from "./draws.js";
import type { ScaleId } from "./expected.js";
import { sentences } from "./free-text.js";
import { questions } from "./instrument.js";
import { categoryOf } from "./likert.js";
import type { Person } from "./people.js";
import type { Question } from "./question.js";
import type { WaveId } from "./reply.js";
import type { Truth } from "./truth.js";

/** What a doctor answers at one wave, `elapsed` days after starting. Every question of the wave has an answer or a reason. */
export function drawAnswers(
  truth: Truth,
  random: RandomStream,
  person: Person,
  wave: WaveId,
  elapsed: number,
): ReadonlyMap<string, Answer> {
  const facts = wave === "month3" ? drawFacts(truth, random, person, elapsed) : null;
  const answers = new Map<string, Answer>();
  for (const question of questions.filter((one) => one.waves.includes(wave))) {
    const answer = answerOf(truth, random, person, wave, question, facts);
    answers.set(question.name, leaveOut(truth, random, question, answer));
  }
  return answers;
}

/** What happened to the doctor, before asking: answers about the same thing then agree with each other. */
interface Facts {
  readonly received: ReadonlyMap<string, number>;
  readonly days: Readonly<Record<string, number>>;
  readonly elapsed: number;
  readonly shadowDays: number;
}

function drawFacts(truth: Truth, random: RandomStream, person: Person, elapsed: number): Facts {
  const { trust } = person;
  const received = new Map(
    Object.entries(trust.received).map(([component, yes]) => {
      const part = chance(random, truth.partly);
      return [component, chance(random, yes) ? 2 : part ? 1 : 0];
    }),
  );
  const days = (median: number) =>
    Math.max(1, Math.round(median * Math.exp(normal(random, 0, truth.milestoneSpread))));
  const login = days(trust.medianDays.login);
  const shadowing = received.get("PRO-03");
  return {
    received,
    elapsed,
    days: {
      days_login: received.get("IT-01") === 2 ? 0 : login,
      days_bank: days(trust.medianDays.bank),
      days_home: days(trust.medianDays.home),
    },
    shadowDays:
      shadowing === 2
        ? Math.max(5, Math.round(normal(random, trust.shadowDays, 3)))
        : shadowing === 1
          ? whole(random, 1, 5)
          : 0,
  };
}

const number = (value: number): Answer => ({ kind: "number", value });
const missing = (reason: Extract<Answer, { kind: "missing" }>["reason"]): Answer => ({
  kind: "missing",
  reason,
});

function answerOf(
  truth: Truth,
  random: RandomStream,
  person: Person,
  wave: WaveId,
  question: Question,
  facts: Facts | null,
): Answer {
  switch (question.role) {
    case "trust":
      return { kind: "text", value: person.trust.code };
    case "wave":
      return { kind: "text", value: wave };
    case "link":
      return { kind: "text", value: person.codes[wave]! };
    case "start":
      return { kind: "day", value: person.start };
    case "group":
      return number(question.name === "grade" ? person.grade : person.firstPost ? 1 : 0);
    case "item":
      return itemAnswer(truth, random, person, wave, question);
    case "outcome":
      return question.name === "recommend"
        ? number(topTwo(random, person.trust.recommend))
        : number(categoryOf(person.scores.settling.month3 + normal(random, 0, 12)));
    case "choice":
      return whoHelped(random, question);
    case "text":
      return chance(random, 0.35)
        ? { kind: "text", value: pick(random, sentences[question.name]!) }
        : missing("blank");
    case "number":
      return number(facts!.shadowDays);
    case "received":
      return number(facts!.received.get(question.component!)!);
    case "useful": {
      const rating = topTwo(random, truth.useful[question.component!]!);
      return facts!.received.get(question.component!) === 0 ? missing("not received") : number(rating);
    }
    case "milestone": {
      const days = facts!.days[question.name]!;
      return days <= facts!.elapsed ? number(days) : { kind: "not-yet" };
    }
    case "setup":
      return number(setupDone(random, person, question.name, facts!) ? 1 : 0);
  }
}

function itemAnswer(
  truth: Truth,
  random: RandomStream,
  person: Person,
  wave: WaveId,
  question: Question,
): Answer {
  const scale = question.scale as ScaleId;
  const items = questions.filter((one) => one.scale === scale);
  const shift = truth.scales[scale].items[items.indexOf(question)]!;
  const latent = person.scores[scale][wave] + shift + normal(random, 0, truth.scales[scale].answer);
  const category = categoryOf(latent);
  return number(question.reverse ? 6 - category : category);
}

/** A rating of 1 to 5 that is 4 or 5 with the given chance. */
function topTwo(random: RandomStream, probability: number): number {
  const high = chance(random, probability);
  const within = weighted(random, high ? [0.55, 0.45] : [0.6, 0.27, 0.13]);
  return high ? 4 + within : 3 - within;
}

function setupDone(random: RandomStream, person: Person, name: string, facts: Facts): boolean {
  const { setup } = person.trust;
  if (name === "setup_home") return facts.days["days_home"]! <= facts.elapsed;
  if (name === "setup_bank") return facts.days["days_bank"]! <= facts.elapsed;
  if (name === "setup_gp") return chance(random, setup.gp);
  return chance(random, name === "setup_tax" ? setup.tax : setup.transport);
}

/** Chances that each helped, in codebook order; the last answer is "no one". */
const helpers = [0.55, 0.3, 0.35, 0.4, 0.6, 0.35];

function whoHelped(random: RandomStream, question: Question): Answer {
  const chosen = helpers.flatMap((probability, index) => (chance(random, probability) ? [index] : []));
  const positions = chosen.length > 0 ? chosen : [helpers.length];
  return { kind: "chosen", codes: positions.map((position) => question.categories[position]!.code) };
}

const alwaysAnswered = ["link", "start"];

function leaveOut(truth: Truth, random: RandomStream, question: Question, answer: Answer): Answer {
  const at = random();
  if (alwaysAnswered.includes(question.role) || answer.kind === "missing") return answer;
  const { blank, dontKnow, notApplicable, preferNot } = truth.missing;
  const offered = question.missing;
  const ladder: readonly (readonly [number, Parameters<typeof missing>[0]])[] = [
    [blank, "blank"],
    [offered["don't know"] ? dontKnow : 0, "don't know"],
    [offered["not applicable"] ? notApplicable : 0, "not applicable"],
    [offered["prefer not to say"] ? preferNot : 0, "prefer not to say"],
  ];
  let below = 0;
  for (const [share, reason] of ladder) {
    below += share;
    if (at < below) return missing(reason);
  }
  return answer;
}
