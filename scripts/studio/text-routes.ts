import type { Context, Hono } from 'hono';
import { bareUnitsOf } from '../catalogs/exchange/units.ts';
import { sourceHash } from '../catalogs/source-hash.ts';
import { readTree } from '../catalogs/tree.ts';
import { type Asked, askedOf, nameOf, rememberName, type Settings, signerOf } from './asked.ts';
import { boxesOf } from './model/boxes.ts';
import { knownKeys } from './model/known-keys.ts';
import { filterOf, isListed, nextAfter } from './model/list.ts';
import { noteHash } from './model/note.ts';
import { type Outcome, save } from './model/save.ts';
import { pageHash, type SignOutcome, signPage } from './model/sign-page.ts';
import { type TextView, textView } from './model/text-view.ts';
import { addressOf } from './pages/frame.ts';
import { gonePage } from './pages/gone.ts';
import { textAddress } from './pages/list.ts';
import { lookedPart } from './pages/looked.ts';
import { textPage } from './pages/text.ts';
import { type Sent, sentIn, writtenIn } from './submission.ts';
import { boxesSent, findingsIn, likelyState, textIn } from './text-form.ts';

/** One text: shown, looked at while it is written, and saved. */
export function textRoutes(app: Hono, settings: Settings): void {
  const route = '/:token/:ui/:locale/text/:key';
  // Whoever goes back finds in the form what she wrote: browsers forget it on a page that they mustn't store.
  app.use(route, async (context, next) => {
    await next();
    context.header('cache-control', 'private, no-cache');
  });
  app.get(route, (context) => {
    const found = viewOf(context, settings);
    return found ? context.html(opened(context, found, settings)) : context.notFound();
  });

  app.post(route, async (context) => {
    const written = sentIn(await context.req.parseBody());
    const sent = { ...written, by: signerOf(context, written.by) };
    const found = viewOf(context, settings);
    if (!found) return gone(context, settings, sent);
    const { asked, view } = found;
    if (context.req.query('part') === 'looked') {
      const boxes = boxesSent(view, sent);
      const findings = findingsIn(asked.tree, { view, boxes, rules: settings.rules });
      return context.html(lookedPart(asked.frame, { locale: view.locale, isPage: view.isPage, boxes, findings }).text);
    }
    const outcome = outcomeOf(settings, view, sent);
    if (outcome?.kind !== 'saved') return answer(context, { ...found, sent, outcome, settings });
    rememberName(context, sent.by);
    return context.redirect(nextAddress(context, { settings, asked, key: view.unit.key, act: sent.act }), 303);
  });
}

type Found = { readonly asked: Asked; readonly view: TextView };

function viewOf(context: Context, settings: Settings): Found | undefined {
  const asked = askedOf(context, settings);
  const view = asked && textView(asked.tree, asked.locale, context.req.param('key') ?? '');
  return asked && view ? { asked, view } : undefined;
}

function filter(context: Context) {
  return filterOf((name) => context.req.query(name));
}

/** The page of a text as the files have it. */
function opened(context: Context, { asked, view }: Found, { rules }: Settings): string {
  const shape = context.req.query('shape');
  const wish = shape === 'whole' || shape === 'forms' ? shape : undefined;
  const boxes = boxesOf({ ...view.unit, locale: view.locale, wish });
  const draft = {
    boxes,
    by: nameOf(context),
    state: likelyState(view),
    comment: view.comment,
    commentWas: noteHash(view.comment),
    was: sourceHash(view.unit.target),
    read: readHash(asked, view),
  };
  const findings = findingsIn(asked.tree, { view, boxes, rules });
  const saved = context.req.query('saved') ?? '';
  return textPage(asked.frame, { view, filter: filter(context), draft, findings, saved });
}

/** The text was taken out of the project while somebody wrote: she gets back what she wrote. */
function gone(context: Context, settings: Settings, sent: Sent): Response | Promise<Response> {
  const asked = askedOf(context, settings);
  if (!asked) return context.notFound();
  const { frame, locale } = asked;
  return context.html(gonePage(frame, { locale, filter: filter(context), written: writtenIn(sent) }), 404);
}

/** Undefined where nobody asked to save. */
function outcomeOf({ root, rules, today }: Settings, view: TextView, sent: Sent): Outcome | SignOutcome | undefined {
  const { locale, unit } = view;
  const text = textIn(view, boxesSent(view, sent));
  const wish = { by: sent.by, on: today(), state: sent.state };
  if (sent.act === 'sign-page') return signPage(root, { locale, key: unit.key, read: sent.read, text, wish });
  if (!sent.act.startsWith('save')) return undefined;
  const { was, english, comment, commentWas } = sent;
  return save(root, { locale, key: unit.key, text, was, english, comment, commentWas, wish }, rules);
}

function readHash({ tree, locale }: Asked, { isPage, unit }: TextView): string {
  return isPage ? pageHash(tree, locale, unit.key) : '';
}

type Answer = Found & {
  readonly sent: Sent;
  readonly settings: Settings;
  readonly outcome: Outcome | SignOutcome | undefined;
};

/** The form again with all that was written: looked at, put right, or not saved. */
function answer(context: Context, { asked, view, sent, settings, outcome }: Answer) {
  const boxes = boxesSent(view, sent);
  const findings = findingsIn(asked.tree, { view, boxes, rules: settings.rules });
  const { by, state, comment, commentWas } = sent;
  const draft = {
    boxes,
    by,
    state,
    comment,
    commentWas,
    // Whoever has seen both texts may decide: the next save knows of theirs. Likewise with a new English.
    was: outcome?.kind === 'changed-meanwhile' ? sourceHash(outcome.theirs) : sent.was,
    // Whoever was told that the page is new can sign what lies there now.
    read: outcome?.kind === 'page-changed' ? readHash(asked, view) : sent.read,
  };
  const status = outcome === undefined ? 200 : outcome.kind === 'changed-meanwhile' ? 409 : 422;
  return context.html(
    textPage(asked.frame, { view, filter: filter(context), draft, findings, outcome, saved: '' }),
    status,
  );
}

type Next = { readonly settings: Settings; readonly asked: Asked; readonly key: string; readonly act: string };

/** Where to go after a save: the same text, the next of the list, or the next with a finding. */
function nextAddress(context: Context, { settings, asked, key, act }: Next): string {
  const { frame, locale } = asked;
  const chosen = filter(context);
  const tree = readTree(settings.root);
  const known = knownKeys(tree, { locale, filter: chosen, rules: settings.rules });
  const wanted = act === 'save-flawed' ? { ...chosen, state: 'findings' as const } : chosen;
  const next =
    act === 'save' || act === 'sign-page'
      ? { key }
      : nextAfter(bareUnitsOf(tree, locale), key, (unit) => isListed(unit, wanted, known));
  const address = next ? textAddress(frame, { locale, key: next.key, filter: chosen }) : addressOf(frame, locale);
  return `${address}${address.includes('?') ? '&' : '?'}saved=${encodeURIComponent(key)}`;
}
