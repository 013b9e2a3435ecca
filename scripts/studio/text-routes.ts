import type { Context, Hono } from 'hono';
import { bareUnitsOf } from '../catalogs/exchange/units.ts';
import { sourceHash } from '../catalogs/source-hash.ts';
import { readTree } from '../catalogs/tree.ts';
import { type Asked, askedOf, nameOf, rememberName, type Settings } from './asked.ts';
import { type Boxes, boxesOf, filledBoxes, writtenMessage } from './model/boxes.ts';
import { flawedOnce, lookAt, type Seen } from './model/findings.ts';
import { fixedText } from './model/fixes.ts';
import { filterOf, isListed, nextAfter } from './model/list.ts';
import { arrivalOf, type Outcome, save } from './model/save.ts';
import { pageHash, type SignOutcome, signPage } from './model/sign-page.ts';
import { type TextView, textView } from './model/text-view.ts';
import { addressOf } from './pages/frame.ts';
import { textAddress } from './pages/list.ts';
import { lookedPart } from './pages/looked.ts';
import { textPage } from './pages/text.ts';
import { type Sent, sentIn } from './submission.ts';

/** One text: shown, looked at while it is written, and saved. */
export function textRoutes(app: Hono, settings: Settings): void {
  const route = '/:token/:ui/:locale/text/:key';
  app.get(route, (context) => {
    const found = viewOf(context, settings);
    if (!found) return context.notFound();
    const { asked, view } = found;
    const shape = context.req.query('shape');
    const boxes = boxesOf({
      ...view.unit,
      locale: view.locale,
      wish: shape === 'whole' || shape === 'forms' ? shape : undefined,
    });
    const draft = {
      boxes,
      by: nameOf(context),
      state: 'translated',
      comment: view.comment,
      was: sourceHash(view.unit.target),
      read: readHash(asked, view),
    };
    const findings = findingsIn(asked, { view, boxes, rules: settings.rules });
    return context.html(
      textPage(asked.frame, {
        view,
        filter: filter(context),
        draft,
        findings,
        saved: context.req.query('saved') ?? '',
      }),
    );
  });

  app.post(route, async (context) => {
    const found = viewOf(context, settings);
    if (!found) return context.notFound();
    const { asked, view } = found;
    const sent = sentIn(await context.req.parseBody());
    const boxes = boxesSent(view, sent);
    if (context.req.query('part') === 'looked') {
      const findings = findingsIn(asked, { view, boxes, rules: settings.rules });
      return context.html(lookedPart(asked.frame, { locale: view.locale, isPage: view.isPage, boxes, findings }).text);
    }
    const outcome = outcomeOf(settings, { view, sent, text: textIn(view, boxes) });
    if (outcome?.kind !== 'saved') return answer(context, { asked, view, sent, outcome, rules: settings.rules });
    rememberName(context, sent.by);
    return context.redirect(nextAddress(context, { settings, asked, key: view.unit.key, act: sent.act }), 303);
  });
}

type Sending = { readonly view: TextView; readonly sent: Sent; readonly text: string };

/** Undefined where nobody asked to save. */
function outcomeOf({ root, rules, today }: Settings, { view, sent, text }: Sending): Outcome | SignOutcome | undefined {
  const isSigned = sent.act === 'sign-page';
  if (!isSigned && !sent.act.startsWith('save')) return undefined;
  if (!/^\S+$/.test(sent.by)) return { kind: 'no-name' };
  const { locale, unit } = view;
  const wish = { by: sent.by, on: today(), state: sent.state };
  if (isSigned)
    return text === unit.target
      ? signPage(root, { locale, key: unit.key, read: sent.read, wish })
      : { kind: 'unsaved' };
  const { was, english, comment } = sent;
  return save(root, { locale, key: unit.key, text, was, english, comment, wish }, rules);
}

function readHash({ tree, locale }: Asked, { isPage, unit }: TextView): string {
  return isPage ? pageHash(tree, locale, unit.key) : '';
}

function filter(context: Context) {
  return filterOf((name) => context.req.query(name));
}

function viewOf(context: Context, settings: Settings) {
  const asked = askedOf(context, settings);
  const view = asked && textView(asked.tree, asked.locale, context.req.param('key') ?? '');
  return asked && view ? { asked, view } : undefined;
}

/** The boxes as they were in the browser, even where the file has another shape by now. */
function boxesSent({ unit, locale }: TextView, sent: Sent): Boxes {
  return filledBoxes(boxesOf({ ...unit, locale, wish: sent.shape }), sent.texts);
}

function textIn({ unit, locale }: TextView, boxes: Boxes): string {
  const opened = boxesOf({ ...unit, locale, wish: boxes.choice ? 'forms' : 'whole' });
  return writtenMessage(opened, {
    target: unit.target,
    texts: new Map(boxes.boxes.map(({ name, text }) => [name, text])),
  });
}

type Looking = { readonly view: TextView; readonly boxes: Boxes; readonly rules: Settings['rules'] };

function findingsIn({ tree }: Asked, { view, boxes, rules }: Looking): readonly Seen[] {
  const arrival = arrivalOf(view.unit, { text: textIn(view, boxes), comment: '', state: 'translated' });
  const fixed = (rule: string) => textIn(view, fixedBoxes(boxes, rule, view.locale));
  return lookAt(tree, { locale: view.locale, arrival, rules, fixed });
}

type Answer = {
  readonly asked: Asked;
  readonly view: TextView;
  readonly sent: Sent;
  readonly rules: Settings['rules'];
  readonly outcome?: Outcome | SignOutcome | undefined;
};

/** The form again with all that was written: looked at, put right, or not saved. */
function answer(context: Context, { asked, view, sent, rules, outcome }: Answer) {
  const rule = /^fix:(.+)$/.exec(sent.act)?.[1];
  const before = boxesSent(view, sent);
  const boxes = rule === undefined ? before : fixedBoxes(before, rule, view.locale);
  const findings = findingsIn(asked, { view, boxes, rules });
  // Whoever has seen both texts may decide: the next save knows of theirs. Likewise with a new English.
  const was = outcome?.kind === 'changed-meanwhile' ? sourceHash(outcome.theirs) : sent.was;
  const { by, state, comment } = sent;
  // Whoever was told that the page is new can sign what lies there now.
  const draft = {
    boxes,
    by,
    state,
    comment,
    was,
    read: outcome?.kind === 'page-changed' ? readHash(asked, view) : sent.read,
  };
  const status = outcome === undefined ? 200 : outcome.kind === 'changed-meanwhile' ? 409 : 422;
  return context.html(
    textPage(asked.frame, { view, filter: filter(context), draft, findings, outcome, saved: '' }),
    status,
  );
}

function fixedBoxes(boxes: Boxes, rule: string, locale: string): Boxes {
  return {
    ...boxes,
    boxes: boxes.boxes.map((box) => ({ ...box, text: fixedText(rule, box.text, locale) ?? box.text })),
  };
}

type Next = { readonly settings: Settings; readonly asked: Asked; readonly key: string; readonly act: string };

/** Where to go after a save: the same text, the next of the list, or the next with a finding. */
function nextAddress(context: Context, { settings, asked, key, act }: Next): string {
  const { frame, locale } = asked;
  const chosen = filter(context);
  const tree = readTree(settings.root);
  const flawed = flawedOnce(tree, locale, settings.rules);
  const wanted = act === 'save-flawed' ? { ...chosen, state: 'findings' as const } : chosen;
  const next =
    act === 'save' || act === 'sign-page'
      ? { key }
      : nextAfter(bareUnitsOf(tree, locale), key, (unit) => isListed(unit, wanted, flawed));
  const address = next ? textAddress(frame, { locale, key: next.key, filter: chosen }) : addressOf(frame, locale);
  return `${address}${address.includes('?') ? '&' : '?'}saved=${encodeURIComponent(key)}`;
}
