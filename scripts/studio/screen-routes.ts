import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { isDone } from '../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../catalogs/exchange/units.ts';
import { askedOf, type Settings } from './asked.ts';
import { picturePath, placeFinder, screenCalled, screensFor, unitsOn } from './model/screens.ts';
import { screenPage, screensPage } from './pages/screens.ts';

/** The screens of the program: which there are, and what each of them says. */
export function screenRoutes(app: Hono, settings: Settings): void {
  app.get('/:token/pictures/:tag/:file{[A-Za-z0-9-]+\\.webp}', (context) => {
    const { tag, file } = context.req.param();
    const path = picturePath(settings.root, { tag, name: file.replace('.webp', '') });
    return path === undefined
      ? context.notFound()
      : context.body(readFileSync(path), 200, { 'content-type': 'image/webp' });
  });
  app.get('/:token/:ui/:locale/screens', (context) => {
    const asked = askedOf(context, settings);
    if (!asked) return context.notFound();
    const { frame, locale, tree } = asked;
    const units = bareUnitsOf(tree, locale);
    const place = remembered(placeFinder(tree, locale));
    const rows = screensFor(tree.root, locale).map((screen) => {
      const own = unitsOn(screen, units, place);
      return { name: screen.name, todo: own.filter(({ state }) => !isDone(state)).length, all: own.length };
    });
    return context.html(screensPage(frame, { locale, rows: rows.filter(({ all }) => all > 0) }));
  });
  app.get('/:token/:ui/:locale/screens/:name', (context) => {
    const asked = askedOf(context, settings);
    const screen = asked && screenCalled(asked.tree.root, asked.locale, context.req.param('name'));
    if (!asked || !screen) return context.notFound();
    const { frame, locale, tree } = asked;
    const units = unitsOn(screen, bareUnitsOf(tree, locale), placeFinder(tree, locale));
    return context.html(screenPage(frame, { locale, screen, units }));
  });
}

/** The same question comes for each screen. */
function remembered<Result>(ask: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (key) => {
    const found = known.get(key) ?? { result: ask(key) };
    known.set(key, found);
    return found.result;
  };
}
