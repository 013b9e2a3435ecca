'use client';

import { useState } from 'react';
import { More } from '#app/_ui/more/more.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import type { Attempt } from '../attacks/evidence.ts';
import type { AttackKind } from '../attacks/kinds.ts';
import { Exact } from '../exact.tsx';
import { ReactButton } from '../react-button.tsx';

export type TryWords = {
  readonly button: string;
  readonly working: string;
  readonly caught: string;
  readonly through: string;
  readonly unknown: string;
  readonly failed: string;
  readonly details: string;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
};

/** `by`: what catches this one, or why nothing does; `about`: what is tried, for who hears only the button. */
type Props = { readonly kind: AttackKind; readonly about: string; readonly by: string; readonly words: TryWords };

type State = Attempt | 'idle' | 'working' | 'failed';

/** Tries one attack on a draw that her phone makes up; the draw's code comes when it is asked for. */
export function TryAttack({ kind, about, by, words }: Props) {
  const [state, setState] = useState<State>('idle');

  async function attack() {
    setState('working');
    try {
      const { attacks } = await import('../attacks/attacks.ts');
      setState(await attacks[kind]());
    } catch {
      setState('failed');
    }
  }

  return (
    <Stack isClose>
      <ReactButton look="second" aria-label={`${words.button}: ${about}`} onClick={() => void attack()}>
        {words.button}
      </ReactButton>
      <div role="status">
        {state === 'working' || state === 'failed' ? <p>{words[state]}</p> : null}
        {typeof state === 'object' ? (
          <Notice look={state.outcome === 'caught' ? 'good' : 'wait'}>
            <p>
              <strong>{words[state.outcome]}</strong>
            </p>
            {state.outcome === 'unknown' ? null : <p>{by}</p>}
            {state.outcome === 'caught' ? (
              <More summary={words.details} isOpen={false}>
                <Exact
                  rows={[
                    [words.where, state.evidence.at],
                    [words.expected, state.evidence.expected],
                    [words.found, state.evidence.found],
                  ]}
                />
              </More>
            ) : null}
          </Notice>
        ) : null}
      </div>
    </Stack>
  );
}
