import { fillIn } from '#app/_ui/refusal/refusal-words.ts';
import { partOf } from '#app/_ui/state/part-of.ts';
import { countDrafts, type KeptDrafts } from '../drafts/kept-drafts.ts';
import { startPinSection } from '../pin/start-pin-section.ts';
import { forget } from '../storage/sealed.ts';
import { askWorker } from '../worker-here.ts';
import type { Asked, Kept } from '../worker-messages.ts';
import { drawSizes } from './draw-sizes.ts';
import { megabytes } from './sizes.ts';

export type PhoneFacts = {
  readonly locale: string;
  readonly decimal: string;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** With `{megabytes}` in it. */
  readonly size: string;
  readonly shared: string;
  readonly about: string;
  /** With `{count}` in it. */
  readonly drafts: string;
  /** With `{language}` and `{size}` in it. */
  readonly keep: string;
  /** With `{language}` in it. */
  readonly remove: string;
};

type Language = Kept['languages'][number] & { readonly name: string };

/**
 * Asks the worker what it keeps, shows it in `place` (`phone-keeps.tsx`), and tells it what she wants. What she typed and has
 * not sent is of pages alone. Gives back what ends it. No framework: who saves data looks here most of all.
 */
export function startPhoneKeeps(place: HTMLElement): () => void {
  const facts = JSON.parse(place.dataset['phoneKeeps'] ?? '') as PhoneFacts;
  const status = place.querySelector<HTMLElement>('[role=status]');
  const sizes = partOf(place, 'sizes');
  const pattern = partOf(place, 'language');
  const row = sizes.querySelector('dl > *') ?? document.createElement('div');
  const sizeOf = (bytes: number) => fillIn(facts.size, { megabytes: megabytes(bytes, facts.decimal) }) ?? '';

  async function ask(asked: Asked): Promise<void> {
    const kept = 'serviceWorker' in navigator ? await askWorker(asked).catch(() => null) : null;
    show(kept, await countDrafts());
  }

  /** `kept` is null where this browser has no worker, and keeps no pages. */
  function show(kept: Kept | null, drafts: KeptDrafts): void {
    const offered = facts.languages.flatMap(({ tag, name }): readonly Language[] => {
      const found = kept?.languages.find(({ locale }) => locale === tag);
      return found ? [{ ...found, name }] : [];
    });
    const here = offered.filter(({ isKept }) => isKept);
    tell(kept, here.length === 0);
    showSizes([
      ...(kept && here.length > 0 ? [{ name: facts.shared, bytes: kept.shellBytes }, ...here] : []),
      ...(kept && kept.copies > 0 ? [{ name: facts.about, bytes: kept.copyBytes }] : []),
      ...(drafts.pages > 0 ? [{ name: fillIn(facts.drafts, { count: drafts.pages }) ?? '', bytes: drafts.bytes }] : []),
    ]);
    const isNear = ({ isKept, locale }: Language) => isKept || locale === facts.locale;
    partOf(place, 'here').firstElementChild?.replaceChildren(...offered.filter(isNear).map(button));
    const others = partOf(place, 'others');
    others.hidden = kept === null;
    const far = offered.filter((one) => !isNear(one)).map(button);
    others.querySelector('summary')?.nextElementSibling?.firstElementChild?.replaceChildren(...far);
    partOf(place, 'removeAll').hidden = here.length === 0;
    partOf(place, 'removeDrafts').hidden = drafts.pages === 0;
  }

  function tell(kept: Kept | null, isEmpty: boolean): void {
    partOf(place, 'wait').hidden = true;
    partOf(place, 'no-worker').hidden = kept !== null;
    partOf(place, 'full').hidden = kept?.trouble !== 'full';
    partOf(place, 'failed').hidden = kept?.trouble !== 'failed';
    partOf(place, 'removed').hidden = !isEmpty || kept?.isOff !== true;
    partOf(place, 'sparing').hidden = !isEmpty || kept?.isOff !== false || !kept.isSparing;
  }

  function showSizes(parts: readonly { readonly name: string; readonly bytes: number }[]): void {
    sizes.hidden = parts.length === 0;
    const bar = sizes.querySelector('svg');
    if (bar)
      drawSizes(
        bar,
        parts.map(({ bytes }) => bytes),
      );
    const rows = parts.map(({ name, bytes }) => {
      const made = row.cloneNode(true) as HTMLElement;
      made.querySelector('dt')?.replaceChildren(name);
      made.querySelector('dd')?.replaceChildren(sizeOf(bytes));
      return made;
    });
    sizes.querySelector('dl')?.replaceChildren(...rows);
  }

  function button({ locale, name, lineBytes, isKept }: Language): HTMLElement {
    const made = pattern.cloneNode() as HTMLElement;
    made.hidden = false;
    made.dataset['part'] = isKept ? 'remove' : 'keep';
    made.dataset['locale'] = locale;
    made.textContent = fillIn(isKept ? facts.remove : facts.keep, { language: name, size: sizeOf(lineBytes) }) ?? '';
    return made;
  }

  /** What she pressed may go, and says so: the focus would be at the top of the page. */
  function begin(): void {
    tell(null, false);
    partOf(place, 'no-worker').hidden = true;
    partOf(place, 'wait').hidden = false;
    status?.focus();
  }

  const press = ({ target }: MouseEvent) => {
    const pressed = target instanceof Element ? target.closest('button')?.dataset : undefined;
    switch (pressed?.['part']) {
      case 'keep':
      case 'remove':
        begin();
        void ask({ type: pressed['part'], locale: pressed['locale'] ?? '' });
        return;
      case 'removeAll':
        begin();
        void ask({ type: 'remove-all' });
        return;
      case 'removeDrafts':
        status?.focus();
        void forget('draft').then(() => ask({ type: 'what-is-kept' }));
        return;
      default:
    }
  };

  const endPin = startPinSection(place, () => void ask({ type: 'what-is-kept' }));
  place.addEventListener('click', press);
  void ask({ type: 'what-is-kept' });
  return () => {
    endPin();
    place.removeEventListener('click', press);
    partOf(place, 'here').firstElementChild?.replaceChildren(pattern);
    sizes.querySelector('dl')?.replaceChildren(row);
  };
}
