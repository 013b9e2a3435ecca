import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isTranslatedLocale, type TranslatedLocale } from '#core/language/locales.ts';
import { targetLocales } from '../catalogs/exchange/units.ts';
import type { Rule } from '../catalogs/rule.ts';
import { readTree, type Tree } from '../catalogs/tree.ts';
import type { Frame } from './pages/frame.ts';
import { studioLocales, wordsIn } from './words.ts';

export type Settings = {
  /** The folder that has `locales/` and `content/`. */
  readonly root: string;
  readonly port: number;
  /** The secret beginning of all addresses. */
  readonly token: string;
  readonly rules: readonly Rule[];
  /** The day that is written beside a signature, `2027-01-31`. */
  readonly today: () => string;
};

/** What a page needs of the request that asks for it. */
export type Asked = { readonly frame: Frame; readonly locale: TranslatedLocale; readonly tree: Tree };

export function frameOf(context: Context, token: string): Frame | undefined {
  const ui = studioLocales.find((tag) => tag === context.req.param('ui'));
  return ui && { token, ui, say: wordsIn(ui) };
}

export function askedOf(context: Context, { root, token }: Settings): Asked | undefined {
  const frame = frameOf(context, token);
  const locale = context.req.param('locale') ?? '';
  if (!frame || !isTranslatedLocale(locale) || !targetLocales.includes(locale)) return undefined;
  return { frame, locale, tree: readTree(root) };
}

const rememberedName = 'studio-by';

/** Who wrote last on this machine; no secret. */
export function nameOf(context: Context): string {
  return getCookie(context, rememberedName) ?? '';
}

export function rememberName(context: Context, name: string): void {
  setCookie(context, rememberedName, name, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 31_536_000 });
}
