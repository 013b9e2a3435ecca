'use client';

import { useEffect, useRef, useState } from 'react';
import styles from './listen.module.css';
import type { Reading } from './read-aloud.ts';
import type { Whose } from './voice.ts';
import { lookForVoice } from './voices-here.ts';

export type ListenWords = {
  readonly start: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  /** Whose voice it is: the phone's, or ours. */
  readonly voice: string;
  readonly ourVoice: string;
  readonly failed: string;
};

type State = 'none' | 'silent' | 'reading' | 'paused' | 'failed';

/**
 * Reads the page aloud by the phone's own voice, else by ours; nothing where there is none for this language, or no script.
 * It never begins by itself and announces nothing: who uses a screen reader hears what that says, and this only when she
 * presses.
 * It stands in the bar of the page, where there is room for it: it comes late, and nothing may move beneath her finger.
 */
export function Listen({ locale, words }: { readonly locale: string; readonly words: ListenWords }) {
  const [state, setState] = useState<State>('none');
  const [whose, setWhose] = useState<Whose>('phone');
  // The phone may find a voice while ours reads.
  const [reader, setReader] = useState<Whose>('phone');
  const reading = useRef<Reading>(undefined);
  // A script that arrives after she stopped, or pressed again, begins nothing.
  const wish = useRef(0);
  const mainButton = useRef<HTMLButtonElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const endLooking = lookForVoice(locale, (found) => {
      setWhose(found);
      setState((now) => (now === 'none' ? 'silent' : now));
    });
    const leave = () => {
      wish.current += 1;
      reading.current?.stop();
      setState((now) => (now === 'none' ? now : 'silent'));
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      endLooking();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      wish.current += 1;
      reading.current?.stop();
    };
  }, [locale]);

  async function start() {
    wish.current += 1;
    const mine = wish.current;
    // Now, while it is she who presses: iOS lets no other one sound later.
    const player = new Audio();
    if (whose === 'ours') player.load();
    try {
      const { readAloud } = await import('./read-aloud.ts');
      if (mine !== wish.current) return;
      setState('reading');
      setReader(whose);
      const onEnd = (outcome: 'read' | 'failed') => end(outcome === 'read' ? 'silent' : 'failed');
      reading.current = readAloud({ locale, whose, player, onEnd });
    } catch {
      // The line broke while the script was on its way.
      setState('failed');
    }
  }

  function press() {
    if (state === 'reading') {
      reading.current?.pause();
      setState('paused');
    } else if (state === 'paused') {
      reading.current?.resume();
      setState('reading');
    } else void start();
  }

  function stop() {
    wish.current += 1;
    reading.current?.stop();
    end('silent');
  }

  /** The button to stop goes; who stood on it shall not find herself at the beginning of the page. */
  function end(now: 'silent' | 'failed') {
    if (document.activeElement === stopButton.current) mainButton.current?.focus();
    setState(now);
  }

  if (state === 'none') return null;
  const isOn = state === 'reading' || state === 'paused';
  const label = { reading: words.pause, paused: words.resume, silent: words.start, failed: words.start }[state];
  return (
    <>
      <button type="button" ref={mainButton} className={styles.button} onClick={press}>
        <Sign of={state} />
        <span className={styles.word}>{label}</span>
      </button>
      {isOn ? (
        <div className={styles.more}>
          <button type="button" ref={stopButton} className={styles.stop} onClick={stop}>
            {words.stop}
          </button>
          <p>{reader === 'phone' ? words.voice : words.ourVoice}</p>
        </div>
      ) : null}
      {state === 'failed' ? <p className={styles.more}>{words.failed}</p> : null}
    </>
  );
}

/** What the button does next: a loudspeaker, two bars, or the arrow that goes on. */
function Sign({ of }: { readonly of: Exclude<State, 'none'> }) {
  const shape = {
    silent: 'M3 7h3l5-4v14l-5-4H3zM13 6a6 6 0 0 1 0 8z',
    failed: 'M3 7h3l5-4v14l-5-4H3zM13 6a6 6 0 0 1 0 8z',
    reading: 'M5 4h4v12H5zM11 4h4v12h-4z',
    paused: 'M5 3l12 7-12 7z',
  }[of];
  return (
    <svg width="28" height="28" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor" className={styles.sign}>
      <path d={shape} />
    </svg>
  );
}
