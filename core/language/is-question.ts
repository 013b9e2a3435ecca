/** The mark of a question: at its end, in Armenian within the word that asks. */
const asks = /[?？؟]\s*$|՞/u;

/** Whether a label is a question, after which no colon follows: `How can we reach you?`, `Ի՞նչ է եղել`. */
export function isQuestion(label: string): boolean {
  return asks.test(label);
}
