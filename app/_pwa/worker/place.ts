import { built } from './built.ts';

/** A page of ours: its language, its path without it, and how it is made. */
export type Place = {
  readonly locale: string;
  readonly page: string;
  readonly path: string;
  readonly kind: 'static' | 'form' | 'personal';
};

/** null: no page of ours in a language of this version. */
export function placeOf({ pathname }: URL): Place | null {
  const [, locale = '', ...rest] = pathname.split('/');
  const page = rest.join('/');
  const kind = Object.hasOwn(built.pages, page) ? built.pages[page] : undefined;
  return kind && Object.hasOwn(built.languages, locale) ? { locale, page, path: pathname, kind } : null;
}
