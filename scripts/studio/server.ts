import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type Context, Hono, type NotFoundHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sourceLocale, type TranslatedLocale, translatedLocales } from '#core/language/locales.ts';
import { isDone } from '../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../catalogs/exchange/units.ts';
import { readTree, type Tree } from '../catalogs/tree.ts';
import { askedOf, frameAt, frameOf, type Settings } from './asked.ts';
import { fileRoutes } from './file-routes.ts';
import { coverageOf } from './model/coverage.ts';
import { knownKeys } from './model/known-keys.ts';
import { areasOf, filterOf, isListed } from './model/list.ts';
import { coveragePage } from './pages/coverage.ts';
import { failedPage } from './pages/failed.ts';
import { addressOf } from './pages/frame.ts';
import { languagesPage } from './pages/languages.ts';
import { listPage } from './pages/list.ts';
import { nowherePage } from './pages/nowhere.ts';
import { screenRoutes } from './screen-routes.ts';
import { textRoutes } from './text-routes.ts';
import { spokenLanguage } from './words.ts';
import { askedFor, askedForTooMuch } from './written.ts';

/** Of a request: a file with all texts of a language, carried from its look to its writing, and as much again. */
export const mostBytes = 32_000_000;

/** The studio as something that answers requests; nothing is kept between two of them but in the files. */
export function studio(settings: Settings): Hono {
  const { root, token, rules, door } = settings;
  const app = new Hono();
  app.use(door, bodyLimit({ maxSize: mostBytes, onError: (context) => tooMuch(context, token) }));
  app.notFound(nowhere(token));
  app.get('/:token', (context) => {
    const ui = spokenLanguage(context.req.header('accept-language'));
    return context.redirect(addressOf({ token, ui }, ''));
  });
  for (const name of Object.keys(assets)) app.get(`/:token/${name}`, (context) => asset(context, name));
  app.get('/:token/:ui/', (context) => {
    const frame = frameOf(context, token);
    if (!frame) return context.notFound();
    const tree = readTree(root);
    return context.html(
      languagesPage(
        frame,
        translatedLocales.filter((tag) => tag !== sourceLocale).map((locale) => rowOf(tree, locale)),
      ),
    );
  });
  app.get('/:token/:ui/coverage', (context) => {
    const frame = frameOf(context, token);
    return frame ? context.html(coveragePage(frame, coverageOf(readTree(root)))) : context.notFound();
  });
  screenRoutes(app, settings);
  fileRoutes(app, settings);
  textRoutes(app, settings);
  app.get('/:token/:ui/:locale', (context) => {
    const asked = askedOf(context, settings);
    if (!asked) return context.notFound();
    const { frame, locale, tree } = asked;
    const filter = filterOf((name) => context.req.query(name));
    const all = bareUnitsOf(tree, locale);
    const known = knownKeys(tree, { locale, filter, rules });
    const units = all.filter((unit) => isListed(unit, filter, known));
    const sheet = Number(context.req.query('sheet') ?? 1) || 1;
    return context.html(
      listPage(frame, { locale, units, areas: areasOf(all), filter, sheet, saved: context.req.query('saved') ?? '' }),
    );
  });
  return app;
}

/** A page for whoever mistyped an address; where she sent something there, it comes back. */
export function nowhere(token: string): NotFoundHandler {
  return async (context) => context.html(nowherePage(frameAt(context, token), await askedFor(context)), 404);
}

async function tooMuch(context: Context, token: string): Promise<Response> {
  const asked = await askedForTooMuch(context);
  return context.html(failedPage(frameAt(context, token), { why: 'too-much', ...asked }), 413);
}

function rowOf(tree: Tree, locale: TranslatedLocale) {
  const units = bareUnitsOf(tree, locale);
  return { locale, todo: units.filter(({ state }) => !isDone(state)).length, all: units.length };
}

const script = 'text/javascript; charset=utf-8';

const assets: Readonly<Record<string, readonly [path: string, type: string]>> = {
  'studio.css': ['assets/studio.css', 'text/css; charset=utf-8'],
  'contents.css': ['assets/contents.css', 'text/css; charset=utf-8'],
  'studio.ts': ['assets/studio.ts', script],
  'chips.ts': ['assets/chips.ts', script],
  'chip-text.ts': ['assets/chip-text.ts', script],
  'icon.svg': ['../../public/icon.svg', 'image/svg+xml'],
  // The colours of the screens, whose contrast a test recomputes.
  'tokens.css': ['../../app/_ui/tokens.css', 'text/css; charset=utf-8'],
};

function asset(context: Context, name: string): Response | Promise<Response> {
  const [path = '', type = ''] = assets[name] ?? [];
  const file = join(import.meta.dirname, path);
  if (!existsSync(file)) return context.notFound();
  // The browser gets the sources without their types, line by line where they were.
  const body = type === script ? stripTypeScriptTypes(readFileSync(file, 'utf8')) : readFileSync(file);
  return context.body(body, 200, { 'content-type': type });
}
