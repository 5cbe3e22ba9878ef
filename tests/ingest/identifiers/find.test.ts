import { describe, expect, it } from "vitest";
import { findIdentifiers, withoutIdentifiers } from "../../../src/ingest/identifiers/find.js";
import { identifierOfHeading } from "../../../src/ingest/identifiers/heading.js";
import { detectors } from "../../../src/ingest/identifiers/index.js";
import { hasCheckDigit } from "../../../src/ingest/identifiers/nhs-number.js";

/** What is found in a text, as pairs of kind and words. */
function found(text: string, about = ""): readonly string[] {
  return findIdentifiers(text, about).map(
    ({ detector, from, to }) => `${detector.id}: ${text.slice(from, to)}`,
  );
}

const held: Readonly<Record<string, readonly (readonly [text: string, words: readonly string[]])[]>> = {
  "email-address": [
    ["write to amina.okafor@nhs.net, please", ["amina.okafor@nhs.net"]],
    ["a.b+c@x.co.uk;d@e.org", ["a.b+c@x.co.uk", "d@e.org"]],
    ["amina [at] trust.nhs.uk or amina (at) nhs.net", ["amina [at] trust.nhs.uk", "amina (at) nhs.net"]],
    ["ａｍｉｎａ＠ｎｈｓ．ｎｅｔ", ["ａｍｉｎａ＠ｎｈｓ．ｎｅｔ"]],
  ],
  "person-name": [
    ["thanks to Dr Smith and Mrs. O'Neill-Brown.", ["Dr Smith", "Mrs. O'Neill-Brown"]],
    ["Prof. J. A. Okafor said so", ["Prof. J. A. Okafor"]],
    ["Mr van der Berg and Dr Ali bin Omar", ["Mr van der Berg", "Dr Ali bin Omar"]],
    ["My name is Amina Okafor and I came", ["Amina Okafor"]],
  ],
  "ip-address": [
    ["from 192.0.2.17, then", ["192.0.2.17"]],
    ["2001:db8::8a2e:370:7334", ["2001:db8::8a2e:370:7334"]],
    ["2001:0db8:0000:0000:0000:8a2e:0370:7334.", ["2001:0db8:0000:0000:0000:8a2e:0370:7334"]],
  ],
  "gmc-number": [
    ["my GMC number is 7123456", ["7123456"]],
    ["7654321 (GMC)", ["7654321"]],
    ["G.M.C. no. 1234567.", ["1234567"]],
  ],
  "nhs-number": [
    ["943 476 5919", ["943 476 5919"]],
    ["number 9434765919!", ["9434765919"]],
    ["943-476-5919", ["943-476-5919"]],
  ],
  "national-insurance-number": [
    ["AB 12 34 56 C", ["AB 12 34 56 C"]],
    ["it is ab123456c", ["ab123456c"]],
    ["my NI number: AB123456", ["AB123456"]],
  ],
  postcode: [
    ["I live at NE1 4LP.", ["NE1 4LP"]],
    ["SW1A1AA and EC1A 1BB", ["SW1A1AA", "EC1A 1BB"]],
    ["postcode e14 5ab", ["e14 5ab"]],
  ],
  "phone-number": [
    ["07700 900123 07700 900456", ["07700 900123", "07700 900456"]],
    ["(0191) 498 0123", ["(0191) 498 0123"]],
    ["+44 (0)7700 900 123 or +91 98765 43210", ["+44 (0)7700 900 123", "+91 98765 43210"]],
    ["0044 7700 900123; 0091 98765 43210", ["0044 7700 900123", "0091 98765 43210"]],
    ["my mobile is 98765 43210", ["98765 43210"]],
  ],
  "date-of-birth": [
    ["born 12/05/1984 in Lagos", ["12/05/1984"]],
    ["DOB: 12 May 1984", ["12 May 1984"]],
    ["date of birth May 12, 1984 and d.o.b. 1984-05-12", ["May 12, 1984", "1984-05-12"]],
  ],
  coordinates: [["at 51.50735, -0.12776 now", ["51.50735, -0.12776"]]],
};

const free = [
  "@drsmith, or me@home",
  "MS Forms, MS Teams and the Doctor Who mug",
  "Ask your dr on call 0800-1700, bleep 1234",
  "version 1.2.3.4 and 256.1.1.1 and 1.2.3.4.5",
  "10:30:45 until 11:00:00, std::vector",
  "URN 7123456, response 123456789, R_3sXc9dPq2",
  "9434765918",
  "ST3 4TH year, CT1 2nd, 25 5MG tablets, A1 2ND",
  "st3 4aa",
  "HP19UC AN14ON AB123456",
  "GB123456A and ZZ 12 34 56 A",
  "01-04-2026 09:30, 01/04/2026 09:30:00, 2026-04-01T09:30:00",
  "2025-2026 2026-2027, 1 2 3 4 5 6 7 8 9 10 11",
  "I started on 12/05/2026; I was born in 1984",
  "£1,234,567.00; 2.5, 3.5; 12.345",
  "Two weeks of shadowing before my first on-call",
  "Miss the lunch, and the mr or mrs",
];

describe("identifiers in text", () => {
  for (const [id, cases] of Object.entries(held)) {
    it(`${id}: found where it stands`, () => {
      for (const [text, words] of cases) expect(found(text)).toEqual(words.map((each) => `${id}: ${each}`));
    });
  }

  it("every kind has a case, a basis and a heading of its own", () => {
    expect(Object.keys(held).sort()).toEqual(detectors.map((detector) => detector.id).sort());
    for (const { basis, headings } of detectors) {
      expect(basis.length).toBeGreaterThan(60);
      expect(headings.length).toBeGreaterThan(0);
    }
    const all = detectors.flatMap((detector) => detector.headings);
    expect(new Set(all).size).toBe(all.length);
  });

  it("look-alikes are left alone", () => {
    for (const text of free) expect(found(text)).toEqual([]);
  });

  it("the heading of a column tells what its numbers are", () => {
    expect(found("7123456", "GMC number or none")).toEqual(["gmc-number: 7123456"]);
    expect(found("12/05/1984", "When were you born?")).toEqual(["date-of-birth: 12/05/1984"]);
    expect(found("98765 43210", "Best mobile to reach you")).toEqual(["phone-number: 98765 43210"]);
  });

  it("what is found is replaced by a mark, and the rest of the words stay", () => {
    expect(withoutIdentifiers("Dr Smith (NE1 4LP, amina@nhs.net) was kind")).toBe(
      "[person's name removed] ([postcode removed], [e-mail address removed]) was kind",
    );
    expect(withoutIdentifiers("nothing here")).toBe("nothing here");
  });

  it("a check digit by modulus 11 makes an NHS number", () => {
    const passing = Array.from({ length: 10 }, (_, digit) => `943476591${digit}`).filter(hasCheckDigit);
    expect(passing).toEqual(["9434765919"]);
    expect(hasCheckDigit("0000000000")).toBe(false);
    expect(hasCheckDigit("4010232137")).toBe(true);
  });
});

describe("identifierOfHeading(heading)", () => {
  it("knows a heading that asks for an identifier, however it asks", () => {
    const headings = {
      "Email Address *": "email-address",
      "3. Please enter your e-mail address": "email-address",
      "What is your GMC number? (optional)": "gmc-number",
      "Your name": "person-name",
      "Date of birth:": "date-of-birth",
      "Home postcode": "postcode",
      Location_Latitude: "coordinates",
      "Mobile number (for reminders)": "phone-number",
    };
    for (const [heading, id] of Object.entries(headings)) expect(identifierOfHeading(heading)?.id).toBe(id);
  });

  it("leaves a question that only mentions one", () => {
    const questions = [
      "What is the name of your Trust?",
      "Did you have a GMC number when you arrived?",
      "Your link code - the day of the month you were born (two digits)",
      "How many days until you had an NHS email address?",
      "Did someone explain the phone system?",
    ];
    for (const question of questions) expect(identifierOfHeading(question)).toBeNull();
  });
});

describe("a text of a million characters", () => {
  const units = {
    "signs alone": "@",
    "halves of addresses": "a@",
    digits: "1",
    "digits and blanks": "1 ",
    "digits and dots": "1.",
    "plus signs": "+4",
    colons: ":",
    "hexadecimal groups": "ab:",
    titles: "Dr ",
    "one long name": "A",
    names: "Dr Ab ",
    "half coordinates": "1.234,",
    "numbers of the Council": "GMC 1234567 ",
    letters: "a",
    blanks: " ",
    "postcode halves": "E1 ",
    "births without dates": "born 1 ",
    brackets: "(at ",
    "letters and digits": "AB12",
  };
  for (const [name, unit] of Object.entries(units)) {
    it(`is read in one go, and what stands at its end is found: ${name}`, () => {
      const text = `${unit.repeat(Math.ceil(1e6 / unit.length))}; me@nhs.net`;
      const last = findIdentifiers(text).at(-1);
      expect([last?.detector.id, last?.to]).toEqual(["email-address", text.length]);
      expect(identifierOfHeading(text)).toBeNull();
    });
  }
});
