/**
 * Sentences for the free-text questions, by variable. Written for the example: no person said them, and they name
 * nobody. Some hold what makes exports hard to read: commas, quotation marks, accents, a line break.
 */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  text_best: [
    "My buddy, who had been through the same thing",
    "Two weeks of shadowing before my first on-call",
    "The group of international doctors and our weekly lunch in the café",
    'Being told "there are no silly questions" on my first day',
    "Help with the bank account and the bus pass",
    "My supervisor met me in the first week",
    "Log-ins that worked from the start",
    "The tour of the wards\nand the list of phone numbers",
    "A welcome message before I travelled",
    "The session on talking with relatives",
  ],
  text_improve: [
    "Log-ins before the first shift, please",
    "More time to shadow on nights and at weekends",
    "A list of flats to rent; it took me six weeks",
    "Explain council tax – nobody told us",
    'Less "click and sign", more practice on the record system',
    "The Trust induction was long, but not about my work",
    "Name the mentor in the first week",
    "Tell the wards that we are coming",
    "Nothing, it was well done",
    "A checklist of what to do in the first month",
  ],
};
