import { sourceLocale } from '#core/language/locales.ts';
import type { Tree } from '../tree.ts';
import { writers } from './formats.ts';
import type { Format, Unit } from './unit.ts';
import { unitsOf } from './units.ts';
import { unsendable } from './xml.ts';

type Wish = { readonly locale: string; readonly format: Format; readonly isAsked: (unit: Unit) => boolean };

/** A file with texts for a translator's program. */
export type SentFile = {
  readonly text: string;
  /** How many texts it has, of how many that there are. */
  readonly count: number;
  readonly of: number;
  /** What could not go along, and the sign that keeps it here. */
  readonly left: readonly { readonly key: string; readonly sign: string }[];
};

export function fileWith(tree: Tree, { locale, format, isAsked }: Wish): SentFile {
  const all = unitsOf(tree, locale);
  const asked = all.filter(isAsked);
  const left = asked.flatMap(({ key, source, target }) => {
    const sign = unsendable(key) ?? unsendable(source) ?? unsendable(target);
    return sign === undefined ? [] : [{ key, sign }];
  });
  const units = asked.filter(({ key }) => !left.some((one) => one.key === key));
  const text = writers[format]({ source: sourceLocale, target: locale, units });
  return { text, count: units.length, of: all.length, left };
}
