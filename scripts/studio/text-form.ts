import type { Rule } from '../catalogs/rule.ts';
import type { TranslationState } from '../catalogs/status.ts';
import type { Tree } from '../catalogs/tree.ts';
import { type Boxes, boxesOf, filledBoxes, writtenMessage } from './model/boxes.ts';
import { lookAt, type Seen } from './model/findings.ts';
import { fixedText } from './model/fixes.ts';
import { arrivalOf } from './model/save.ts';
import type { TextView } from './model/text-view.ts';
import type { Sent } from './submission.ts';

/** The boxes as they were in the browser, even where the file has another shape by now; `do=fix:…` puts one thing right. */
export function boxesSent({ unit, locale }: TextView, sent: Sent): Boxes {
  const boxes = filledBoxes(boxesOf({ ...unit, locale, wish: sent.shape }), sent.texts);
  const rule = /^fix:(.+)$/.exec(sent.act)?.[1];
  return rule === undefined ? boxes : fixedBoxes(boxes, rule, locale);
}

/** The text that they make. */
export function textIn({ unit, locale }: TextView, boxes: Boxes): string {
  const opened = boxesOf({ ...unit, locale, wish: boxes.choice ? 'forms' : 'whole' });
  return writtenMessage(opened, {
    target: unit.target,
    texts: new Map(boxes.boxes.map(({ name, text }) => [name, text])),
  });
}

type Looking = { readonly view: TextView; readonly boxes: Boxes; readonly rules: readonly Rule[] };

export function findingsIn(tree: Tree, { view, boxes, rules }: Looking): readonly Seen[] {
  const arrival = arrivalOf(view.unit, { text: textIn(view, boxes), comment: '', state: 'translated' });
  const fixed = (rule: string) => textIn(view, fixedBoxes(boxes, rule, view.locale));
  return lookAt(tree, { locale: view.locale, arrival, rules, fixed });
}

/** What a translator most likely says of a text that she opens: what was reviewed stays so until she writes. */
export function likelyState({ unit }: TextView): TranslationState {
  return unit.state === 'reviewed' ? 'reviewed' : 'translated';
}

function fixedBoxes(boxes: Boxes, rule: string, locale: string): Boxes {
  return {
    ...boxes,
    boxes: boxes.boxes.map((box) => ({ ...box, text: fixedText(rule, box.text, locale) ?? box.text })),
  };
}
