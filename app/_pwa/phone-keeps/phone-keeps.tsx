'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { fillIn } from '#app/_ui/refusal/refusal-words.ts';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
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
  /** With `{used}` and `{free}` in it. */
  readonly all: string;
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
};

type State =
  | { readonly kind: 'looking' | 'none' }
  | {
      readonly kind: 'known';
      readonly kept: Kept;
      readonly room: Room | null;
      readonly isBusy: boolean;
    };

/** Asks the worker what it keeps, and tells it what she wants. */
export function PhoneKeeps({ locale, decimal, languages, words }: Props) {
  const [state, setState] = useState<State>({ kind: 'looking' });
  const status = useRef<HTMLDivElement>(null);

  async function ask(asked: Asked) {
    const kept = 'serviceWorker' in navigator ? await askWorker(asked).catch(() => null) : null;
    if (!kept) {
      setState({ kind: 'none' });
      return;
    }
    setState({ kind: 'known', kept, room: await roomHere(), isBusy: false });
  }

  useEffect(() => {
    void ask({ type: 'what-is-kept' });
  }, []);

  if (state.kind !== 'known') return <p role="status">{state.kind === 'none' ? words.noWorker : words.wait}</p>;

  const { kept, room, isBusy } = state;
  const press = (asked: Asked) => {
    setState({ ...state, isBusy: true });
    status.current?.focus();
    void ask(asked);
  };
  const sizeOf = (bytes: number) => fillIn(words.size, { megabytes: megabytes(bytes, decimal) }) ?? '';
  const offered = languages.flatMap(({ tag, name }) => {
    const found = kept.languages.find((language) => language.locale === tag);
    return found ? [{ ...found, name }] : [];
  });
  const here = offered.filter(({ isKept }) => isKept);
  const parts = [
    { name: words.shared, bytes: kept.shellBytes },
    ...here,
    ...(kept.copies > 0 ? [{ name: words.about, bytes: kept.copyBytes }] : []),
  ];
  const button = ({ locale: tag, name, bytes, isKept }: (typeof offered)[number]) => (
    <Button
      key={tag}
      type="button"
      look="second"
      onClick={() => press({ type: isKept ? 'remove' : 'keep', locale: tag })}
    >
      {fillIn(isKept ? words.remove : words.keep, { language: name, size: sizeOf(bytes) })}
    </Button>
  );
  return (
    <>
      <div role="status" tabIndex={-1} ref={status}>
        {isBusy ? <p>{words.wait}</p> : null}
        {!isBusy && kept.trouble ? (
          <Notice look="wait">
            <p>{words[kept.trouble]}</p>
          </Notice>
        ) : null}
        {!isBusy && here.length === 0 && (kept.isOff || kept.savesData) ? (
          <Notice>
            <p>{kept.isOff ? words.removed : words.savesData}</p>
          </Notice>
        ) : null}
      </div>
      {here.length > 0 ? (
        <Card>
          <SizeBar parts={parts.map(({ bytes }) => bytes)} />
          <SummaryList rows={parts.map(({ name, bytes }) => ({ term: name, value: sizeOf(bytes) }))} />
          {room ? <p>{fillIn(words.all, { used: sizeOf(room.used), free: sizeOf(room.free) })}</p> : null}
        </Card>
      ) : null}
      {room && mayBePrivate(room) ? <p>{words.isPrivate}</p> : null}
      <Stack isClose>
        {offered.filter(({ isKept, locale: tag }) => isKept || tag === locale).map(button)}
        <More summary={words.others} isOpen={false}>
          <Stack isClose>{offered.filter(({ isKept, locale: tag }) => !isKept && tag !== locale).map(button)}</Stack>
        </More>
        {here.length > 0 ? (
          <Button type="button" look="grave" onClick={() => press({ type: 'remove-all' })}>
            {words.removeAll}
          </Button>
        ) : null}
      </Stack>
    </>
  );
}
