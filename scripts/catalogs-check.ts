import { runCheck } from './catalogs/check-run.ts';
import type { Rule } from './catalogs/rule.ts';
import { accentVariants } from './catalogs/rules/accent-variants.ts';
import { argumentsDiffer } from './catalogs/rules/arguments.ts';
import { candidate } from './catalogs/rules/candidate.ts';
import { contentPages } from './catalogs/rules/content-pages.ts';
import { customs } from './catalogs/rules/customs.ts';
import { description } from './catalogs/rules/description.ts';
import { duplicateKey } from './catalogs/rules/duplicate-key.ts';
import { empty } from './catalogs/rules/empty.ts';
import { enumerated } from './catalogs/rules/enumerated.ts';
import { extra } from './catalogs/rules/extra.ts';
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
import { intlWords } from './catalogs/rules/intl-words.ts';
import { jsonSyntax } from './catalogs/rules/json-syntax.ts';
import { kreyolSpelling } from './catalogs/rules/kreyol-spelling.ts';
import { missing } from './catalogs/rules/missing.ts';
import { otherLanguage } from './catalogs/rules/other-language.ts';
import { pluralForms } from './catalogs/rules/plural-forms.ts';
import { readingGradeTooHigh } from './catalogs/rules/reading-grade.ts';
import { sentenceLength } from './catalogs/rules/sentence-length.ts';
import { stale } from './catalogs/rules/stale.ts';
import { status } from './catalogs/rules/status.ts';
import { undefinedKey } from './catalogs/rules/undefined.ts';
import { unreadableUse } from './catalogs/rules/unreadable-use.ts';
import { unused } from './catalogs/rules/unused.ts';
import { wordsComplete } from './catalogs/rules/words-complete.ts';
import { wordsSorted } from './catalogs/rules/words-sorted.ts';

// npm run catalogs:check -- [--format human|json|sarif|github] [--root DIR] [--fix] [--watch]
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
];

if (import.meta.main) {
  try {
    process.exitCode = runCheck(rules);
  } catch (error) {
    process.stderr.write(
      `The catalogs could not be checked: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  }
}
