'use client';

import { useEffect, useState } from 'react';
import type { Place } from '#core/eligibility/place.ts';
import type { GeofencePolicy } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { ScriptButton } from '../button/script-button.tsx';
import { Stack } from '../panel/panel.tsx';
import { Refusal } from '../refusal/refusal.tsx';
import { fillIn, type RefusalBook } from '../refusal/refusal-words.ts';
import { watchFixes } from './fixes.ts';
import { locate, placeRefusal, willAsk } from './locate.ts';
import styles from './place-check.module.css';
import { SandboxPlaces, type SandboxPlaceWords, sandboxPlaceOf } from './sandbox-places.tsx';

/** The sending form presses it for a person who forgot to. */
export const placeButtonId = 'place-check';

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

type State =
  | { readonly kind: 'idle' | 'asking' | 'looking' }
  | { readonly kind: 'good'; readonly place: Place; readonly isOwn: boolean }
  | { readonly kind: 'refused'; readonly place: Place | undefined; readonly problem: Problem };

/** Looks where the phone is when she presses, and says at once what would be refused, and why. */
export function PlaceCheck({ words, policy, sandbox }: Props) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [sameFixes, setSameFixes] = useState(0);
  const isOwn = state.kind === 'good' && state.isOwn;
  useEffect(() => (isOwn ? watchFixes(navigator.geolocation, setSameFixes) : undefined), [isOwn]);

  async function check() {
    setSameFixes(0);
    const pretended = sandbox && sandboxPlaceOf();
    setState({ kind: !pretended && (await willAsk()) ? 'asking' : 'looking' });
    const place = pretended ?? (await locate());
    setState({ kind: 'looking' });
    const problem = await placeRefusal(place, policy);
    if (problem) setState({ kind: 'refused', place, problem });
    else if (place) setState({ kind: 'good', place, isOwn: !pretended });
  }

  const place = state.kind === 'good' || state.kind === 'refused' ? state.place : undefined;
  return (
    <Stack isClose>
      {sandbox ? <SandboxPlaces words={sandbox} /> : null}
      {state.kind === 'refused' ? <Refusal book={words.book} problem={state.problem} /> : null}
      {/* Outside of the refusal, which goes when she tries again: the focus stays where she pressed. */}
      <ScriptButton id={placeButtonId} look="second" onClick={() => void check()}>
        {state.kind === 'refused' ? words.retry : words.button}
      </ScriptButton>
      <div role="status" className={styles.status} data-place={state.kind} data-same-fixes={sameFixes}>
        {state.kind === 'asking' ? <p>{words.asking}</p> : null}
        {state.kind === 'looking' ? <p>{words.looking}</p> : null}
        {state.kind === 'good' ? (
          <>
            <p className={styles.good}>{words.inside}</p>
            <p>{fillIn(words.accuracy, { meters: Math.ceil(state.place.accuracyMeters) })}</p>
          </>
        ) : null}
      </div>
      {place ? (
        <>
          <input type="hidden" name="latitude" value={place.latitude} />
          <input type="hidden" name="longitude" value={place.longitude} />
          <input type="hidden" name="accuracy" value={place.accuracyMeters} />
        </>
      ) : null}
    </Stack>
  );
}
