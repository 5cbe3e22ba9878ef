/** Thrown when a file cannot be read as SPSS wrote it; the message is a reason that a person can act on. */
export class SpssRefusal extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "SpssRefusal";
  }
}

/** The file stops before it says it does. */
export function cutShort(where: string): SpssRefusal {
  return new SpssRefusal(
    `the file ends ${where}: it was cut short, perhaps in an e-mail or an upload; ask for it again`,
  );
}

/** Something in the file contradicts something else in it. */
export function damaged(what: string): SpssRefusal {
  return new SpssRefusal(`${what}: the file is damaged; open it in SPSS, save it again or ask for it again`);
}

/** More than is read. */
export function tooLarge(what: string): SpssRefusal {
  return new SpssRefusal(`${what}; save the questions and people of this study alone, or export as CSV`);
}
