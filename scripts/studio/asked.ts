import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isTranslatedLocale, type TranslatedLocale } from '#core/language/locales.ts';
import { targetLocales } from '../catalogs/exchange/units.ts';
import type { Rule } from '../catalogs/rule.ts';
import { readTree, type Tree } from '../catalogs/tree.ts';
import type { Frame } from './pages/frame.ts';
import { spokenLanguage, studioLocales, wordsIn } from './words.ts';

export type Settings = {
  /** The folder that has `locales/` and `content/`. */
  readonly root: string;
  /** Before anything else: who may come in. */
  readonly door: MiddlewareHandler;
  /** The beginning of all addresses: a secret on one's own machine, the same word for everybody on a server. */
  readonly token: string;
  readonly rules: readonly Rule[];
  /** The day that is written beside a signature, `2027-01-31`. */
  readonly today: () => string;
};

/** What a page needs of the request that asks for it. */
export type Asked = { readonly frame: Frame; readonly locale: TranslatedLocale; readonly tree: Tree };

export function frameOf(context: Context, token: string): Frame | undefined {
  const ui = studioLocales.find((tag) => tag === context.req.param('ui'));
  return ui && { token, ui, say: wordsIn(ui), person: signedIn(context) };
}

/** For pages that are there in any case: in the language of the address, or else of the browser. */
export function frameIn(context: Context, token: string, tag: string | undefined): Frame {
  const ui = studioLocales.find((locale) => locale === tag) ?? spokenLanguage(context.req.header('accept-language'));
  return { token, ui, say: wordsIn(ui) };
}

/** The same, of the language that the request's own address names. */
export function frameAt(context: Context, token: string): Frame {
  const [, first, second] = new URL(context.req.url).pathname.split('/');
  return frameIn(context, token, first === token ? second : first);
}

export function askedOf(context: Context, { root, token }: Settings): Asked | undefined {
  const frame = frameOf(context, token);
  const locale = context.req.param('locale') ?? '';
  if (!frame || !isTranslatedLocale(locale) || !targetLocales.includes(locale)) return undefined;
  return { frame, locale, tree: readTree(root) };
}

const rememberedName = 'studio-by';

const person = 'person';

/** Said by a door that knows who comes. */
export function letIn(context: Context, name: string): void {
  context.set(person, name);
}

function signedIn(context: Context): string | undefined {
  const name: unknown = context.get(person);
  return typeof name === 'string' ? name : undefined;
}

/** The name that stands beside a text: hers who signed in, whatever the form says; else what she wrote. */
export function signerOf(context: Context, written: string): string {
  return signedIn(context) ?? written.trim();
}

/** Who signed in, or who wrote last on this machine, which is no secret. */
export function nameOf(context: Context): string {
  return signedIn(context) ?? getCookie(context, rememberedName) ?? '';
}

export function rememberName(context: Context, name: string): void {
  if (signedIn(context) === undefined)
    setCookie(context, rememberedName, name, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 31_536_000 });
}
