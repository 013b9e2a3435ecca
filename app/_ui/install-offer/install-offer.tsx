'use client';

import { useEffect, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Card, Stack } from '../panel/panel.tsx';
import { InstallByHand } from './install-by-hand.tsx';
import { keepOffered, keepRefused, mayOffer, readKept } from './may-offer.ts';

export type InstallWords = {
  readonly title: string;
  readonly what: string;
  readonly install: string;
  readonly notNow: string;
  /** On an iPhone: what to press, one after the other. */
  readonly share: string;
  readonly add: string;
};

/** Of Chromium: the browser would install the page, and waits for a tap. In no standard. */
type InstallEvent = Event & { prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }> };

type State = { readonly kind: 'none' | 'by-hand' } | { readonly kind: 'offer'; readonly event: InstallEvent };

/**
 * Offers to keep Puente on the phone, where the browser says that it can be done, or where she has to do it by hand. The
 * browser's own question comes only when she presses. While it stands here, nothing is said of a new version (`data-asks`).
 */
export function InstallOffer({ words }: { readonly words: InstallWords }) {
  const [state, setState] = useState<State>({ kind: 'none' });
  useEffect(() => {
    let isHere = true;
    const offer = async (next: State) => {
      if (!mayOffer({ ...(await readKept()), now: Date.now() }) || !isHere) return;
      keepOffered();
      setState(next);
    };
    const keep = (event: Event) => {
      // Else the browser shows a bar of its own, in its own language.
      event.preventDefault();
      void offer({ kind: 'offer', event: event as InstallEvent });
    };
    window.addEventListener('beforeinstallprompt', keep);
    if (needsHands()) void offer({ kind: 'by-hand' });
    return () => {
      isHere = false;
      window.removeEventListener('beforeinstallprompt', keep);
    };
  }, []);
  useEffect(() => {
    if (state.kind === 'none') return undefined;
    const { dataset } = document.documentElement;
    dataset['asks'] = '';
    return () => {
      delete dataset['asks'];
    };
  }, [state.kind]);

  if (state.kind === 'none') return null;
  const close = () => {
    setState({ kind: 'none' });
    // What she pressed is gone: the focus would be nowhere.
    document.getElementById('main')?.focus();
  };
  const refuse = () => {
    keepRefused(Date.now());
    close();
  };
  const install = async ({ event }: State & { readonly kind: 'offer' }) => {
    const answer = await event.prompt().catch(() => null);
    if (answer?.outcome === 'dismissed') refuse();
    else close();
  };
  return (
    <Card>
      <Stack isClose>
        <h2>{words.title}</h2>
        <p>{words.what}</p>
        {state.kind === 'offer' ? (
          <Button type="button" look="second" onClick={() => void install(state)}>
            {words.install}
          </Button>
        ) : (
          <InstallByHand share={words.share} add={words.add} />
        )}
        <Button type="button" look="second" onClick={refuse}>
          {words.notNow}
        </Button>
      </Stack>
    </Card>
  );
}

/** An iPhone or iPad asks nobody, and says nothing: it alone has `standalone`, true where she has it already. */
function needsHands(): boolean {
  const { standalone } = navigator as Navigator & { readonly standalone?: boolean };
  return standalone === false && navigator.maxTouchPoints > 0;
}
