import { questions } from "../instrument.js";
import type { Reply, WaveId } from "../reply.js";
import { forms } from "./form.js";
import type { FormId } from "./form.js";
import { googleCsv } from "./google.js";
import { jiscCsv } from "./jisc.js";
import { microsoftWindowsCsv, microsoftWorkbook } from "./microsoft.js";
import { qualtricsCsv } from "./qualtrics.js";

/** The export of one form at one wave. */
export async function writeForm(id: FormId, wave: WaveId, replies: readonly Reply[]): Promise<Uint8Array> {
  const { notAsked, reversed } = forms[id];
  const asked = questions.filter(
    (question) => question.waves.includes(wave) && !notAsked.includes(question.name),
  );
  switch (id) {
    case "google":
      return googleCsv(asked, replies);
    case "microsoft-workbook":
      return microsoftWorkbook(asked, replies);
    case "jisc":
      return jiscCsv(asked, replies, wave);
    case "qualtrics-labels":
      return qualtricsCsv(asked, replies, "labels", reversed);
    case "microsoft-windows":
      return microsoftWindowsCsv(asked, replies);
    case "qualtrics-numbers":
      return qualtricsCsv(asked, replies, "codes", reversed);
  }
}
