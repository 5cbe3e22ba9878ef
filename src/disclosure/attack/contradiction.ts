/**
 * The numbers said of one thing cannot all be true: nothing fits them. An honest release never does that; a release that was
 * altered, or a model of it that is wrong, may.
 */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
  constructor(
    /** Ids of released results that contradict each other, none of which could be left out; empty while they are sought. */
    readonly from: readonly string[] = [],
  ) {
    super(
      `the released numbers contradict each other: no true numbers could give ${from.join(", ") || "them"}`,
    );
  }
}
