/** Something the person at the terminal can put right: a wrong folder, a file in the way. */
export class PersonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PersonError";
  }
}
