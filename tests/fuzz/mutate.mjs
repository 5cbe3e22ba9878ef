/** Text that has broken programs before: other objects' names, formulas, marks that are not seen, numbers that are none. */
export const nasty = [
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "null",
    "undefined",
    "NaN",
    "Infinity",
  ],
  ...['=HYPERLINK("http://x","y")', "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "=1+1", "#REF!", "#N/A", "'1"],
  ...[
    "\u0000",
    "\u202Eabc",
    "\u200B1\u200B",
    "\uFEFF1",
    "\uD800",
    "\uDFFF",
    "e\u0301",
    "🙂",
    "\u2028",
    "\u0085",
  ],
  ...["1e999", "-0", "0x10", "1_000", "1,5", "1.5.2", "٣", "½", "1/2", "99999999999999999999", "00001", "+5"],
  ...["31/02/2026", "05/04/2026", "2026-13-01", "0000-00-00", "1900-02-29", "46117.5", "12:61", "9999-12-31"],
  ...[
    '"',
    '""',
    "'",
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "|",
    "<a>",
    "&amp;",
    "&x;",
    "]]>",
    "<!--",
    "%s",
    "\\",
    "{}",
  ],
  ...[
    "AN14ON",
    "a@b.uk",
    "9434765919",
    "QQ123456C",
    "SW1A 1AA",
    "07700 900123",
    "1234567",
    ".".repeat(300),
    " ".repeat(300),
  ],
  ...[
    "Strongly agree",
    "Agree",
    "Not yet",
    "Don't know",
    "Prefer not to say",
    "Buddy;HR;",
    "Buddy;Buddy;",
    "5",
    "1",
    "0",
    "true",
  ],
];

const ways = [flip, cut, copy, remove, swap, put, put, put, replaceDelimiter, encode];

/** The bytes with one to a few things done to them. */
export function mutate(bytes, random) {
  let some = bytes;
  for (let left = 1 + random.below(4); left > 0; left -= 1) some = random.pick(ways)(some, random);
  return some;
}

/** The text with one to a few things done to it. */
export function mutateText(text, random) {
  return new TextDecoder().decode(mutate(new TextEncoder().encode(text), random));
}

function flip(bytes, random) {
  const some = bytes.slice();
  for (let left = 1 + random.below(8); left > 0 && some.length > 0; left -= 1) {
    some[random.below(some.length)] ^= 1 << random.below(8);
  }
  return some;
}

function cut(bytes, random) {
  return bytes.slice(0, random.below(bytes.length + 1));
}

function span(bytes, random) {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(random.chance(0.5) ? 8 : 300))];
}

function copy(bytes, random) {
  const [from, to] = span(bytes, random);
  return joined(bytes.slice(0, to), bytes.slice(from, to), bytes.slice(to));
}

function remove(bytes, random) {
  const [from, to] = span(bytes, random);
  return joined(bytes.slice(0, from), bytes.slice(to));
}

function swap(bytes, random) {
  const [a, b, c] = [0, 0, 0].map(() => random.below(bytes.length + 1)).sort((x, y) => x - y);
  return joined(bytes.slice(0, a), bytes.slice(b, c), bytes.slice(a, b), bytes.slice(c));
}

function put(bytes, random) {
  const at = random.below(bytes.length + 1);
  return joined(bytes.slice(0, at), new TextEncoder().encode(random.pick(nasty)), bytes.slice(at));
}

function replaceDelimiter(bytes, random) {
  const [from, to] = [random.pick(',;\t\n\r"|: 0'), random.pick(',;\t\n\r"|: 0')].map((each) =>
    each.charCodeAt(0),
  );
  return bytes.map((byte) => (byte === from ? to : byte));
}

function encode(bytes, random) {
  const text = new TextDecoder().decode(bytes);
  const kind = random.below(4);
  if (kind === 0) return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
  if (kind === 1) return joined(new Uint8Array([0xef, 0xbb, 0xbf]), bytes);
  const units = new Uint8Array(text.length * 2 + 2);
  for (let index = -1; index < text.length; index += 1) {
    const code = index < 0 ? 0xfeff : text.charCodeAt(index);
    const [first, second] = kind === 2 ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    units[2 * index + 2] = first;
    units[2 * index + 3] = second;
  }
  return units;
}

function joined(...some) {
  const bytes = new Uint8Array(some.reduce((length, each) => length + each.length, 0));
  let at = 0;
  for (const each of some) {
    bytes.set(each, at);
    at += each.length;
  }
  return bytes;
}
