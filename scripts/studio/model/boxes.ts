import { isPluralElement, isSelectElement } from '@formatjs/icu-messageformat-parser';
import { placedElements } from '../../catalogs/exchange/pieces.ts';
import { formNamesOf } from '../../catalogs/exchange/plural-message.ts';
import { elementsOf } from '../../catalogs/icu.ts';
import { pluralFormsOf } from '../../catalogs/plurals.ts';

/** A message that chooses once: for each form the whole sentence. `kind` is what ICU calls the choice. */
export type Choice = {
  readonly kind: 'plural' | 'select';
  readonly argument: string;
  readonly forms: ReadonlyMap<string, string>;
};

/** One place to write in. `name` is that of a form (`few`, `=1`), empty where a text has one sentence only. */
export type Box = {
  readonly name: string;
  readonly text: string;
  /** Whole numbers that the form is for, the first few. */
  readonly numbers: readonly number[];
  /** A text without it is not complete. */
  readonly isNeeded: boolean;
};

export type Boxes = { readonly choice: Pick<Choice, 'kind' | 'argument'> | undefined; readonly boxes: readonly Box[] };

/**
 * Takes a message apart where it chooses exactly once. Words around the choice go into each form, since people read and
 * translate sentences: `{n, plural, one {A day} other {{d} days}} left` is `A day left` and `{d} days left`. Undefined for
 * any other message: those are written whole.
 */
export function choiceOf(message: string): Choice | undefined {
  if (elementsOf(message).filter((one) => isPluralElement(one) || isSelectElement(one)).length !== 1) return undefined;
  const element = placedElements(message)?.find((one) => isPluralElement(one) || isSelectElement(one));
  if (!element?.location || !(isPluralElement(element) || isSelectElement(element))) return undefined;
  if (isPluralElement(element) && (element.pluralType === 'ordinal' || element.offset !== 0)) return undefined;
  const before = message.slice(0, element.location.start.offset);
  const after = message.slice(element.location.end.offset);
  // Outside of a plural the sign is a letter like any other; inside it is the number.
  if ((before + after).includes('#')) return undefined;
  const forms = Object.entries(element.options).map(([name, { location }]) => {
    const own = location ? message.slice(location.start.offset + 1, location.end.offset - 1) : '';
    return [name, before + own + after] as const;
  });
  return { kind: isPluralElement(element) ? 'plural' : 'select', argument: element.value, forms: new Map(forms) };
}

/** The message of its forms; a form without words is left out, for the check to tell. */
export function messageOf({ kind, argument, forms }: Choice): string {
  const filled = [...forms].filter(([, text]) => text.trim() !== '');
  if (filled.length === 0) return '';
  return `{${argument}, ${kind}, ${filled.map(([name, text]) => `${name} {${text}}`).join(' ')}}`;
}

type Question = {
  readonly source: string;
  readonly target: string;
  readonly locale: string;
  /** What the translator would rather have; else as the text is, or as the English is where there is none yet. */
  readonly wish?: 'whole' | 'forms' | undefined;
};

/** The boxes for a text: those forms that it has, then those that its language needs and it lacks. */
export function boxesOf({ source, target, locale, wish }: Question): Boxes {
  const own = choiceOf(target);
  const english = choiceOf(source);
  const pattern = own ?? (target.trim() === '' || wish === 'forms' ? english : undefined);
  if (!pattern || wish === 'whole') return { choice: undefined, boxes: [box('', target, { locale, isNeeded: true })] };
  const { kind, argument } = pattern;
  const needed = kind === 'plural' ? formNamesOf(locale) : [...(english ?? pattern).forms.keys()];
  const exact: readonly string[] = kind === 'plural' && english?.forms.has('=0') ? ['=0'] : [];
  const names = inOrder([...new Set([...exact, ...(own?.forms.keys() ?? []), ...needed])]);
  // Arabic has a form of its own for nothing.
  const isAsked = (name: string) => needed.includes(name) || (exact.includes(name) && !needed.includes('zero'));
  // A text without forms that gets them begins with its sentence in each.
  const textOf = (name: string) => own?.forms.get(name) ?? (own ? '' : target);
  return {
    choice: { kind, argument },
    boxes: names.map((name) => box(name, textOf(name), { locale, isNeeded: isAsked(name) })),
  };
}

const order = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Exact numbers first, then the forms as CLDR orders them; options of a select stay as they are, `other` last. */
function inOrder(names: readonly string[]): readonly string[] {
  const rank = (name: string) => (name.startsWith('=') ? -1 : order.includes(name) ? order.indexOf(name) : 0);
  return names.toSorted((one, other) => rank(one) - rank(other));
}

function box(
  name: string,
  text: string,
  { locale, isNeeded }: { readonly locale: string; readonly isNeeded: boolean },
): Box {
  return { name, text, numbers: numbersOf(name, locale), isNeeded };
}

/** Whole numbers for which a form is said: `few` of Russian 2, 3, 4; `other` of Haitian Creole, which has none in CLDR, 0, 2, 3. */
export function numbersOf(name: string, locale: string): readonly number[] {
  const exact = /^=(\d+)$/.exec(name)?.[1];
  if (exact !== undefined) return [Number(exact)];
  const forms = pluralFormsOf(locale);
  if (!forms) return name === 'other' ? [0, 2, 3, 10] : [];
  const numbers = forms.find((form) => form.name === name)?.numbers ?? [];
  return numbers.slice(0, 5);
}

/** What was written, as one message: letter by letter the old one where no box changed. */
export function writtenMessage(
  opened: Boxes,
  { target, texts }: { readonly target: string; readonly texts: ReadonlyMap<string, string> },
): string {
  const { choice } = opened;
  if (!choice) return texts.get('') ?? '';
  const names = inOrder([...new Set([...opened.boxes.map(({ name }) => name), ...texts.keys()])]);
  const before = choiceOf(target)?.forms;
  if (before && names.every((name) => (texts.get(name) ?? '') === (before.get(name) ?? ''))) return target;
  return messageOf({ ...choice, forms: new Map(names.map((name) => [name, texts.get(name) ?? ''])) });
}

/**
 * The boxes with what somebody wrote into hers. Where the text has got another shape meanwhile, nothing she wrote is left
 * out: a form that the text no longer has keeps its box, and forms of a text that has none any more stand in one box.
 */
export function filledBoxes({ choice, boxes }: Boxes, texts: ReadonlyMap<string, string>): Boxes {
  if (!choice) {
    const text = texts.get('') ?? [...texts.values()].join('\n');
    return { choice, boxes: boxes.map((one) => ({ ...one, text })) };
  }
  const known = new Set(boxes.map(({ name }) => name));
  const more = [...texts].filter(([name]) => name !== '' && !known.has(name));
  return {
    choice,
    boxes: [
      ...boxes.map((one) => ({ ...one, text: texts.get(one.name) ?? '' })),
      ...more.map(([name, text]) => ({ name, text, numbers: [], isNeeded: false })),
    ],
  };
}
