'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Stack } from '../panel/panel.tsx';

export type RobotWords = {
  readonly working: string;
  readonly done: string;
  readonly failed: string;
  readonly retry: string;
};

/** Sent to the form's element when an answer may have been used up. */
export const robotAgainEvent = 'puente:robot-again';
export const robotField = 'altcha';

/** A challenge lives for 20 minutes on the server. */
const freshFor = 18 * 60_000;

type State = { readonly kind: 'working' | 'failed' } | { readonly kind: 'done'; readonly answer: string };

/** The CAPTCHA without a puzzle: the phone works by itself while she reads. */
export function RobotCheck({ words, form }: { readonly words: RobotWords; readonly form: string }) {
  const [state, setState] = useState<State>({ kind: 'working' });
  const status = useRef<HTMLParagraphElement>(null);

  const solve = useCallback(() => {
    setState({ kind: 'working' });
    import('./solve.ts')
      .then(({ solveRobotCheck }) => solveRobotCheck())
      .then((answer) => setState(answer === null ? { kind: 'failed' } : { kind: 'done', answer }))
      .catch(() => setState({ kind: 'failed' }));
  }, []);

  useEffect(() => {
    solve();
    const element = document.getElementById(form);
    const timer = setInterval(solve, freshFor);
    element?.addEventListener(robotAgainEvent, solve);
    return () => {
      clearInterval(timer);
      element?.removeEventListener(robotAgainEvent, solve);
    };
  }, [solve, form]);

  // The button goes when it is pressed: the focus would go with it.
  const retry = () => {
    status.current?.focus();
    solve();
  };

  return (
    <Stack isClose>
      <p ref={status} role="status" tabIndex={-1}>
        {words[state.kind]}
      </p>
      {state.kind === 'failed' ? (
        <Button type="button" look="second" onClick={retry}>
          {words.retry}
        </Button>
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
