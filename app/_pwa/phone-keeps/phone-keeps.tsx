'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { fillIn } from '#app/_ui/refusal/refusal-words.ts';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { countDrafts, type KeptDrafts } from '../drafts/kept-drafts.ts';
import type { PinChoiceWords } from '../pin/pin-choice.tsx';
import { PinSection } from '../pin/pin-section.tsx';
import { forget } from '../storage/sealed.ts';
import { askWorker } from '../worker-here.ts';
import type { Asked, Kept } from '../worker-messages.ts';
import { type Room, roomHere } from './room.ts';
import { SizeBar } from './size-bar.tsx';
import { mayBePrivate, megabytes } from './sizes.ts';

type Words = {
  readonly wait: string;
  /** With `{megabytes}` in it. */
  readonly size: string;
  readonly shared: string;
  readonly about: string;
  /** With `{count}` in it. */
  readonly drafts: string;
  readonly removeDrafts: string;
  readonly others: string;
  /** With `{language}` and `{size}` in it. */
  readonly keep: string;
  /** With `{language}` in it. */
  readonly remove: string;
  readonly removeAll: string;
  readonly removed: string;
  readonly savesData: string;
  readonly full: string;
  readonly failed: string;
  readonly isPrivate: string;
  readonly noWorker: string;
};

type Props = {
  readonly locale: string;
  readonly decimal: string;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly words: Words;
  readonly pin: { readonly title: string; readonly words: PinChoiceWords };
};

type State =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'known';
      /** null: this browser has no worker, and keeps no pages. */
      readonly kept: Kept | null;
      readonly drafts: KeptDrafts;
      readonly room: Room | null;
      readonly isBusy: boolean;
    };

/** Asks the worker what it keeps, and tells it what she wants. What she typed and has not sent is of pages alone. */
export function PhoneKeeps({ locale, decimal, languages, words, pin }: Props) {
  const [state, setState] = useState<State>({ kind: 'looking' });
  const status = useRef<HTMLDivElement>(null);

  async function ask(asked: Asked) {
    const kept = 'serviceWorker' in navigator ? await askWorker(asked).catch(() => null) : null;
    const room = kept && (await roomHere());
    setState({ kind: 'known', kept, drafts: await countDrafts(), room, isBusy: false });
  }

  useEffect(() => {
    void ask({ type: 'what-is-kept' });
  }, []);

  if (state.kind !== 'known') return <p role="status">{words.wait}</p>;

  const { kept, drafts, room, isBusy } = state;
  const press = (asked: Asked) => {
    setState({ ...state, isBusy: true });
    status.current?.focus();
    void ask(asked);
  };
  const removeDrafts = async () => {
    status.current?.focus();
    await forget('draft');
    await ask({ type: 'what-is-kept' });
  };
  const sizeOf = (bytes: number) => fillIn(words.size, { megabytes: megabytes(bytes, decimal) }) ?? '';
  const offered = languages.flatMap(({ tag, name }) => {
    const found = kept?.languages.find((language) => language.locale === tag);
    return found ? [{ ...found, name }] : [];
  });
  const here = offered.filter(({ isKept }) => isKept);
  const parts = [
    ...(kept && here.length > 0 ? [{ name: words.shared, bytes: kept.shellBytes }, ...here] : []),
    ...(kept && kept.copies > 0 ? [{ name: words.about, bytes: kept.copyBytes }] : []),
    ...(drafts.pages > 0 ? [{ name: fillIn(words.drafts, { count: drafts.pages }) ?? '', bytes: drafts.bytes }] : []),
  ];
  const button = ({ locale: tag, name, lineBytes, isKept }: (typeof offered)[number]) => (
    <Button
      key={tag}
      type="button"
      look="second"
      onClick={() => press({ type: isKept ? 'remove' : 'keep', locale: tag })}
    >
      {fillIn(isKept ? words.remove : words.keep, { language: name, size: sizeOf(lineBytes) })}
    </Button>
  );
  return (
    <>
      <div role="status" tabIndex={-1} ref={status}>
        {isBusy ? <p>{words.wait}</p> : null}
        {kept ? null : <p>{words.noWorker}</p>}
        {!isBusy && kept?.trouble ? (
          <Notice look="wait">
            <p>{words[kept.trouble]}</p>
          </Notice>
        ) : null}
        {!isBusy && kept && here.length === 0 && (kept.isOff || kept.savesData) ? (
          <Notice>
            <p>{kept.isOff ? words.removed : words.savesData}</p>
          </Notice>
        ) : null}
      </div>
      {parts.length > 0 ? (
        <Card>
          <SizeBar parts={parts.map(({ bytes }) => bytes)} />
          <SummaryList rows={parts.map(({ name, bytes }) => ({ term: name, value: sizeOf(bytes) }))} />
        </Card>
      ) : null}
      {room && mayBePrivate(room) ? <p>{words.isPrivate}</p> : null}
      <Stack isClose>
        {offered.filter(({ isKept, locale: tag }) => isKept || tag === locale).map(button)}
        {kept ? (
          <More summary={words.others} isOpen={false}>
            <Stack isClose>{offered.filter(({ isKept, locale: tag }) => !isKept && tag !== locale).map(button)}</Stack>
          </More>
        ) : null}
        {here.length > 0 ? (
          <Button type="button" look="grave" onClick={() => press({ type: 'remove-all' })}>
            {words.removeAll}
          </Button>
        ) : null}
        {drafts.pages > 0 ? (
          <Button type="button" look="grave" onClick={() => void removeDrafts()}>
            {words.removeDrafts}
          </Button>
        ) : null}
        <PinSection {...pin} onRemoved={() => void ask({ type: 'what-is-kept' })} />
      </Stack>
    </>
  );
}
