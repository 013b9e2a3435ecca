/** A text of a catalog or page, by its key, in the language of the report. */
export type Text = { readonly key: string; readonly value: string; readonly file: string };

const most = 5;
/** Shorter pieces stand in too many texts to tell anything. */
const shortest = 6;

/**
 * The texts that the words may be, the likeliest first, at most five: the text itself; one that has the words in it; one
 * that is in the words. What the program fills in (`{name}`) may be anything, and tags, case and white space say nothing.
 *
 * 'Paso 3 de 9' finds `common.step` = 'Paso {step} de {total}'.
 */
export function findTexts(words: string, texts: readonly Text[]): readonly Text[] {
  const said = folded(words);
  if (said === '') return [];
  const ranked = texts.flatMap((text) => {
    const rank = rankOf(said, text.value);
    return rank === null ? [] : [{ text, rank }];
  });
  // The more of the one is the other, the likelier.
  const strangeness = ({ text }: { readonly text: Text }) => Math.abs(text.value.length - words.length);
  const sorted = ranked.sort((one, other) => one.rank - other.rank || strangeness(one) - strangeness(other));
  return sorted.slice(0, most).map(({ text }) => text);
}

function rankOf(said: string, message: string): 0 | 1 | 2 | null {
  for (const variant of variantsOf(message)) {
    const parts = variant.split(/\{[^{}]*\}/).map(folded);
    const letters = parts.join('').length;
    // '{day} {month}, {year}' would be anything with a comma.
    const isTelling = parts.length === 1 ? letters > 0 : letters >= shortest;
    if (isTelling && fits(said, parts)) return 0;
    if (said.length >= shortest && parts.some((part) => part.includes(said))) return 1;
    if (letters >= shortest && parts.length === 1 && said.includes(parts.join(''))) return 2;
  }
  return null;
}

/** Whether it is these parts in this order, with anything between them. No regular expression: what is said is a stranger's. */
function fits(said: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return said === first;
  if (!said.startsWith(first) || !said.endsWith(last)) return false;
  let rest = said.slice(first.length, Math.max(first.length, said.length - last.length));
  return others.every((part) => {
    const found = rest.indexOf(part);
    rest = rest.slice(found + part.length);
    return found >= 0;
  });
}

/** The forms of a plural or of a choice, each with the text around it; the message itself where it has none. */
function variantsOf(message: string): readonly string[] {
  const choice = /\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(message);
  if (!choice) return [message];
  const end = closing(message, choice.index);
  const before = message.slice(0, choice.index);
  const after = message.slice(end + 1);
  const inside = message.slice(choice.index + choice[0].length, end);
  const forms: string[] = [];
  for (let at = inside.indexOf('{'); at >= 0; ) {
    const close = closing(inside, at);
    forms.push(inside.slice(at + 1, close));
    at = inside.indexOf('{', close + 1);
  }
  return forms.flatMap((form) => variantsOf(before + form + after));
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/<\/?\w+>|[*_`#]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
