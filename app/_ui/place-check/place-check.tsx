'use client';

import type { GeofencePolicy } from '#core/policy/policy.ts';
import { ScriptButton } from '../button/script-button.tsx';
import { Stack } from '../panel/panel.tsx';
import { Refusal } from '../refusal/refusal.tsx';
import type { RefusalBook } from '../refusal/refusal-words.ts';
import { when } from '../state/state.ts';
import { whileHereLate } from '../state/while-here.ts';
import styles from './place-check.module.css';
import { SandboxPlaces, type SandboxPlaceWords } from './sandbox-places.tsx';
import type { PlaceState } from './start-place-check.ts';

const ref = whileHereLate(async () => (await import('./start-place-check.ts')).startPlaceCheck);

type PlaceWords = {
  readonly button: string;
  readonly asking: string;
  readonly looking: string;
  readonly inside: string;
  /** With `{meters}` in it. */
  readonly accuracy: string;
  readonly retry: string;
  readonly book: RefusalBook;
};

type Props = {
  readonly words: PlaceWords;
  readonly policy: GeofencePolicy;
  /** Only in the demonstration: people who look at it are rarely in Mexico. */
  readonly sandbox: SandboxPlaceWords | undefined;
};

/** Looks where the phone is when she presses, and says at once what would be refused, and why. */
export function PlaceCheck({ words, policy, sandbox }: Props) {
  const at = (...states: readonly PlaceState[]) => when(states, 'idle');
  return (
    <div ref={ref} data-place-check={JSON.stringify(policy)}>
      <Stack isClose>
        {sandbox ? <SandboxPlaces words={sandbox} /> : null}
        <Refusal book={words.book} />
        {/* Outside of the refusal, which goes when she tries again: the focus stays where she pressed. */}
        <ScriptButton look="second">
          <span {...at('idle', 'asking', 'looking', 'good')}>{words.button}</span>
          <span {...at('refused')}>{words.retry}</span>
        </ScriptButton>
        <div role="status" className={styles.status} data-place="idle" data-same-fixes="0">
          <p {...at('asking')}>{words.asking}</p>
          <p {...at('looking')}>{words.looking}</p>
          <p className={styles.good} {...at('good')}>
            {words.inside}
          </p>
          <p data-accuracy={words.accuracy} {...at('good')} />
        </div>
        <div hidden data-place-fields="" />
      </Stack>
    </div>
  );
}
