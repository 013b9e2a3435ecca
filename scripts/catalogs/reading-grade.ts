/**
 * How many years of school an English text asks for: Flesch and Kincaid's grade (Kincaid and others, 1975), out of words
 * a sentence and syllables a word. Syllables are counted by vowels, as the formula's programs do: near enough.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n+/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = text.match(/[a-z][a-z’'-]*/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const spoken = word.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^aeiouyl]e)$/, (end) => end[0] ?? '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
