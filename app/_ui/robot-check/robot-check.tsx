'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '../button/button.tsx';
import { Stack } from '../panel/panel.tsx';
import type { VendorWidget } from './hcaptcha.ts';
import { fetchTask } from './task.ts';
import { VendorNote, type VendorWords } from './vendor-note.tsx';

export type RobotWords = {
  readonly why: string;
  readonly working: string;
  readonly done: string;
  readonly failed: string;
  readonly retry: string;
  readonly assisted: { readonly href: string; readonly text: string };
  readonly vendor: VendorWords;
};

/** Sent to the form's element when an answer may have been used up. */
export const robotAgainEvent = 'puente:robot-again';
export const robotField = 'altcha';

/** A challenge of ours lives for 20 minutes on the server; a vendor says by itself when its tick is too old. */
const freshFor = 18 * 60_000;

type State =
  | { readonly kind: 'working' | 'failed' }
  /** A vendor's box waits for her tick. */
  | { readonly kind: 'untouched' | 'expired' }
  | { readonly kind: 'done'; readonly answer: string };

/** The check against robots: the phone works by itself while she reads, or a vendor shows a box to tick. */
export function RobotCheck({ words, form }: { readonly words: RobotWords; readonly form: string }) {
  const [state, setState] = useState<State>({ kind: 'working' });
  const [isVendors, setVendors] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const widget = useRef<VendorWidget>(undefined);

  const begin = useCallback(() => {
    setState({ kind: 'working' });
    checkIn(box, widget, { setState, setVendors }).catch(() => setState({ kind: 'failed' }));
  }, []);

  useEffect(() => {
    begin();
    const element = document.getElementById(form);
    const timer = setInterval(() => widget.current ?? begin(), freshFor);
    element?.addEventListener(robotAgainEvent, begin);
    return () => {
      clearInterval(timer);
      element?.removeEventListener(robotAgainEvent, begin);
    };
  }, [begin, form]);

  // The button goes when it is pressed: the focus would go with it.
  const retry = () => {
    status.current?.focus();
    begin();
  };

  return (
    <Stack isClose>
      {isVendors ? isTickable(state) && <VendorNote words={words.vendor} /> : <p>{words.why}</p>}
      <div ref={box} hidden={!isVendors} />
      <p ref={status} role="status" tabIndex={-1}>
        {textOf(state, words, isVendors)}
      </p>
      {state.kind === 'failed' ? (
        <>
          <Button type="button" look="second" onClick={retry}>
            {words.retry}
          </Button>
          <ButtonLink look="second" href={words.assisted.href}>
            {words.assisted.text}
          </ButtonLink>
        </>
      ) : null}
      <input
        type="hidden"
        name={robotField}
        value={state.kind === 'done' ? state.answer : ''}
        data-state={state.kind}
      />
    </Stack>
  );
}

type Box = { readonly current: HTMLElement | null };
type Tell = { readonly setState: (state: State) => void; readonly setVendors: (isVendors: boolean) => void };

async function checkIn(box: Box, widget: { current: VendorWidget | undefined }, { setState, setVendors }: Tell) {
  const task = await fetchTask();
  if ('sandbox' in task) {
    setState({ kind: 'done', answer: task.sandbox });
  } else if ('vendor' in task) {
    setVendors(true);
    const { showHcaptcha } = await import('./hcaptcha.ts');
    widget.current?.remove();
    widget.current = undefined;
    // Left meanwhile.
    if (!box.current) return;
    widget.current = await showHcaptcha(box.current, task, {
      passed: (answer) => setState({ kind: 'done', answer }),
      expired: () => setState({ kind: 'expired' }),
      failed: () => setState({ kind: 'failed' }),
    });
    setState({ kind: 'untouched' });
  } else {
    const { solveRobotCheck } = await import('./solve.ts');
    const answer = await solveRobotCheck(task);
    setState(answer === null ? { kind: 'failed' } : { kind: 'done', answer });
  }
}

/** What failed has no box of which to say that she ticks it. */
function isTickable({ kind }: State): boolean {
  return kind !== 'failed';
}

function textOf({ kind }: State, words: RobotWords, isVendors: boolean): string {
  if (kind === 'untouched' || kind === 'expired') return words.vendor[kind];
  return isVendors && kind !== 'done' ? words.vendor[kind] : words[kind];
}
