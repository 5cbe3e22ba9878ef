import type { Progress } from "../run/check.js";
import type { Effects } from "./command.js";

/** Progress on one line of a terminal, gone when the work is done; silent when the output is piped. */
export function showProgress(effects: Effects): { readonly step: Progress; end(): void } {
  if (!effects.terminal) return { step: () => undefined, end: () => undefined };
  const clear = "\r\u001b[2K";
  return {
    step: (step, of, what) => effects.talk(`${clear}[${step}/${of}] ${what} ...`),
    end: () => effects.talk(clear),
  };
}
