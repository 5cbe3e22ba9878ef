/**
 * A bound could not be found: the solver gave up, or what it gave did not hold. Whoever asked must take the number as given
 * away.
 */
export class Unproven extends Error {
  override readonly name = "Unproven";
  constructor(why: string, cause?: unknown) {
    super(`an attacker's bounds could not be worked out: ${why}`, { cause });
  }
}
