import type { Sighting, Signal } from './signal.ts';

/** What a phone bought or lent in Mexico speaks, besides its owner's own language. */
const ofThePlace = ['es', 'en'];

/** Every browser that a person uses names a language; bare automation often names none. */
export function languagesMissing({ report }: Sighting): readonly Signal[] {
  return report.languages === '' ? [{ kind: 'languages-missing', detail: {} }] : [];
}

/** Weak: a phone that speaks neither the language of the place nor any that she reads or speaks. */
export function languageAgainstPlace({ report, languages }: Sighting): readonly Signal[] {
  if (typeof report.languages !== 'string' || languages.length === 0) return [];
  const own = report.languages.split(',').map(primary).filter(isCode);
  const expected = [...ofThePlace, ...languages.map(primary)];
  const [first] = own;
  if (first === undefined || own.some((language) => expected.includes(language))) return [];
  return [{ kind: 'language-against-place', detail: { language: first } }];
}

function primary(tag: string): string {
  return (tag.trim().split('-')[0] ?? '').toLowerCase();
}

function isCode(text: string): boolean {
  return /^[a-z]{2,3}$/.test(text);
}
