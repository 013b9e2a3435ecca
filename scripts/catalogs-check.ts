import { couldNotRun, runCheck } from './catalogs/check-run.ts';
import type { Rule } from './catalogs/rule.ts';
import { accentVariants } from './catalogs/rules/accent-variants.ts';
import { addresses } from './catalogs/rules/addresses.ts';
import { argumentsDiffer } from './catalogs/rules/arguments.ts';
import { brokenLetters } from './catalogs/rules/broken-letters.ts';
import { candidate } from './catalogs/rules/candidate.ts';
import { contentPages } from './catalogs/rules/content-pages.ts';
import { customs } from './catalogs/rules/customs.ts';
import { description } from './catalogs/rules/description.ts';
import { doubleStop } from './catalogs/rules/double-stop.ts';
import { duplicateKey } from './catalogs/rules/duplicate-key.ts';
import { empty } from './catalogs/rules/empty.ts';
import { endPunctuation } from './catalogs/rules/end-punctuation.ts';
import { enumerated } from './catalogs/rules/enumerated.ts';
import { exactForms } from './catalogs/rules/exact-forms.ts';
import { extra } from './catalogs/rules/extra.ts';
import { firstLetter } from './catalogs/rules/first-letter.ts';
import { forbiddenFormat } from './catalogs/rules/forbidden-format.ts';
import { foreignWords } from './catalogs/rules/foreign-words.ts';
import { glossaryFileFlaws } from './catalogs/rules/glossary-file.ts';
import { glossaryForbidden } from './catalogs/rules/glossary-forbidden.ts';
import { glossaryPages } from './catalogs/rules/glossary-page.ts';
import { glossaryTerm } from './catalogs/rules/glossary-term.ts';
import { gluedSentence } from './catalogs/rules/glued-sentence.ts';
import { gluedWords } from './catalogs/rules/glued-words.ts';
import { hardCodedText } from './catalogs/rules/hard-coded-text.ts';
import { icuSyntax } from './catalogs/rules/icu-syntax.ts';
import { identical } from './catalogs/rules/identical.ts';
import { intlWords } from './catalogs/rules/intl-words.ts';
import { invisible } from './catalogs/rules/invisible.ts';
import { jsonSyntax } from './catalogs/rules/json-syntax.ts';
import { kreyolSpelling } from './catalogs/rules/kreyol-spelling.ts';
import { length } from './catalogs/rules/length.ts';
import { letters } from './catalogs/rules/letters.ts';
import { lineBreaks } from './catalogs/rules/line-breaks.ts';
import { markdown } from './catalogs/rules/markdown.ts';
import { marks } from './catalogs/rules/marks.ts';
import { missing } from './catalogs/rules/missing.ts';
import { noBreakSpace } from './catalogs/rules/no-break-space.ts';
import { numbers } from './catalogs/rules/numbers.ts';
import { otherLanguage } from './catalogs/rules/other-language.ts';
import { pairs } from './catalogs/rules/pairs.ts';
import { pluralForms } from './catalogs/rules/plural-forms.ts';
import { pluralNumber } from './catalogs/rules/plural-number.ts';
import { readingGradeTooHigh } from './catalogs/rules/reading-grade.ts';
import { repeatedWord } from './catalogs/rules/repeated-word.ts';
import { sameSource } from './catalogs/rules/same-source.ts';
import { sameTranslation } from './catalogs/rules/same-translation.ts';
import { sentenceLength } from './catalogs/rules/sentence-length.ts';
import { stale } from './catalogs/rules/stale.ts';
import { status } from './catalogs/rules/status.ts';
import { tags } from './catalogs/rules/tags.ts';
import { undefinedKey } from './catalogs/rules/undefined.ts';
import { unreadableUse } from './catalogs/rules/unreadable-use.ts';
import { unsafeHtml } from './catalogs/rules/unsafe-html.ts';
import { unused } from './catalogs/rules/unused.ts';
import { whiteSpace } from './catalogs/rules/white-space.ts';
import { wordsComplete } from './catalogs/rules/words-complete.ts';
import { wordsSorted } from './catalogs/rules/words-sorted.ts';

// npm run catalogs:check -- [--format human|json|sarif|github] [--root DIR] [--fix] [--watch] [--publish]
// Exit code 0: nothing, or only things to look at; 1: something to put right; 2: the check could not run.

/** What is looked at, in the order of the report. */
export const rules: readonly Rule[] = [
  // Can the files be read?
  jsonSyntax,
  duplicateKey,
  icuSyntax,
  // Does every language say what the source says?
  missing,
  empty,
  extra,
  argumentsDiffer,
  pluralForms,
  forbiddenFormat,
  // Do the sources and the catalogs agree?
  undefinedKey,
  unused,
  unreadableUse,
  enumerated,
  // Words of calendars, countries and languages, and the long texts
  wordsComplete,
  wordsSorted,
  contentPages,
  // What translators work with
  description,
  status,
  stale,
  glossaryPages,
  candidate,
  // Are the words those of the language, and of the glossary?
  glossaryFileFlaws,
  glossaryTerm,
  glossaryForbidden,
  customs,
  otherLanguage,
  foreignWords,
  accentVariants,
  gluedWords,
  kreyolSpelling,
  // Can it be read without much school?
  readingGradeTooHigh,
  sentenceLength,
  // Does every word that is shown come from the catalogs, whole?
  hardCodedText,
  gluedSentence,
  intlWords,
  // Does a translation carry what its source carries?
  identical,
  exactForms,
  pluralNumber,
  tags,
  numbers,
  addresses,
  lineBreaks,
  endPunctuation,
  firstLetter,
  length,
  markdown,
  sameSource,
  sameTranslation,
  // Is a text written as its language is written?
  whiteSpace,
  noBreakSpace,
  marks,
  doubleStop,
  pairs,
  repeatedWord,
  letters,
  invisible,
  brokenLetters,
  unsafeHtml,
];

if (import.meta.main) {
  try {
    process.exitCode = await runCheck(rules);
  } catch (error) {
    process.stderr.write(couldNotRun(error));
    process.exitCode = 2;
  }
}
