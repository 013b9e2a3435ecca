'use client';

import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#core/problem/kinds.ts';
import { Stack } from '../panel/panel.tsx';
import { Refusal } from '../refusal/refusal.tsx';
import type { RefusalBook } from '../refusal/refusal-words.ts';
import { robotAgainEvent, robotField } from '../robot-check/robot-check.tsx';
import { isPlaceGood, pressPlaceButton } from './place-first.ts';
import { newRepeatKey, sendForm } from './send-form.ts';

type SendingWords = {
  readonly sending: string;
  readonly wait: string;
  /** The box of the check is not ticked yet. */
  readonly tick: string;
  readonly offline: string;
  readonly online: string;
  readonly failed: string;
  readonly book: RefusalBook;
};

type State =
  | { readonly kind: 'idle' | 'sending' | 'wait' | 'tick' | 'offline' | 'online' | 'failed' }
  | { readonly kind: 'refused'; readonly problem: Problem };

type Props = { readonly words: SendingWords; readonly form: string };

/** Sends the form of that id over a bad line: says when there is none, and tries again without asking twice. */
export function Sending({ words, form }: Props) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const repeatKey = useRef<string>(undefined);
  const isBusy = useRef(false);

  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return undefined;

    async function send(target: HTMLFormElement) {
      isBusy.current = true;
      repeatKey.current ??= newRepeatKey();
      setState({ kind: 'sending' });
      const sent = await sendForm(target, repeatKey.current);
      if (sent.kind === 'led') {
        // Still busy: the next page takes its time, and pressing again would ask anew.
        window.location.assign(sent.to);
        return;
      }
      isBusy.current = false;
      if (sent.kind === 'lost') {
        setState({ kind: navigator.onLine ? 'failed' : 'offline' });
        return;
      }
      repeatKey.current = undefined;
      setState({ kind: 'refused', problem: sent.problem });
      // The server may have taken the answer before it came to the refusal.
      target.dispatchEvent(new Event(robotAgainEvent));
    }

    const submit = (event: SubmitEvent) => {
      // A language button sends the form elsewhere, and may.
      if (event.submitter?.hasAttribute('formaction')) return;
      event.preventDefault();
      if (isBusy.current) return;
      if (!navigator.onLine) setState({ kind: 'offline' });
      else if (!isPlaceGood(element)) pressPlaceButton();
      else if (robotState(element) === 'working') setState({ kind: 'wait' });
      else if (isUnticked(element)) setState({ kind: 'tick' });
      else void send(element);
    };
    const offline = () => setState({ kind: 'offline' });
    const online = () => setState((now) => (now.kind === 'offline' ? { kind: 'online' } : now));
    // The browser may show this very page again on the way back.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      isBusy.current = false;
      repeatKey.current = undefined;
      setState({ kind: 'idle' });
    };
    window.addEventListener('pageshow', back);
    element.addEventListener('submit', submit);
    window.addEventListener('offline', offline);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pageshow', back);
      element.removeEventListener('submit', submit);
      window.removeEventListener('offline', offline);
      window.removeEventListener('online', online);
    };
  }, [form]);

  return (
    <Stack isClose>
      <div role="status">{state.kind === 'idle' || state.kind === 'refused' ? null : <p>{words[state.kind]}</p>}</div>
      {state.kind === 'refused' ? <Refusal book={words.book} problem={state.problem} /> : null}
    </Stack>
  );
}

function isUnticked(form: HTMLFormElement): boolean {
  return ['untouched', 'expired'].includes(robotState(form) ?? '');
}

function robotState(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>(`input[name="${robotField}"]`)?.dataset['state'];
}
