'use client';

import { useEffect, useRef, useState } from 'react';
import { leaving } from '../quick-exit/leave.ts';
import { ListenBar, type ListenState, type ListenWords } from './listen-bar.tsx';
import type { Reading } from './read-aloud.ts';
import type { Whose } from './voice.ts';
import { lookForVoice } from './voices-here.ts';

/**
 * Reads the page aloud by the phone's own voice, else by ours; nothing where there is none for this language, or no script.
 * It never begins by itself. Whatever interrupts it, a dark screen or a broken line, keeps her place: the button goes on
 * from there, and only "stop" goes back to the beginning.
 */
export function Listen({ locale, words }: { readonly locale: string; readonly words: ListenWords }) {
  const [state, setState] = useState<ListenState | 'none'>('none');
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
    const interrupt = () => {
      wish.current += 1;
      reading.current?.pause();
      const hasPlace = reading.current !== undefined;
      setState((now) => {
        if (now === 'reading') return 'paused';
        if (now === 'beginning') return hasPlace ? 'paused' : 'silent';
        return now;
      });
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') interrupt();
    };
    // The page may come back as it was, by the way back.
    window.addEventListener('pagehide', interrupt);
    window.addEventListener(leaving, interrupt);
    document.addEventListener('visibilitychange', hide);
    return () => {
      endLooking();
      window.removeEventListener('pagehide', interrupt);
      window.removeEventListener(leaving, interrupt);
      document.removeEventListener('visibilitychange', hide);
      wish.current += 1;
      reading.current?.pause();
    };
  }, [locale]);

  async function start() {
    wish.current += 1;
    const mine = wish.current;
    setState('beginning');
    setReader(whose);
    // Now, while it is she who presses: iOS lets no other one sound later.
    const player = new Audio();
    if (whose === 'ours') player.load();
    try {
      const { readAloud } = await import('./read-aloud.ts');
      if (mine !== wish.current) return;
      reading.current = readAloud({ locale, whose, player, onChange });
      reading.current.resume();
    } catch {
      // The line broke while the script was on its way.
      if (mine === wish.current) end('failed');
    }
  }

  function onChange(now: 'sounds' | 'paused' | 'read' | 'failed') {
    if (now === 'sounds') setState('reading');
    else if (now === 'paused') setState('paused');
    else if (now === 'failed') end('failed');
    else stop();
  }

  function press() {
    // Who is impatient and presses twice does not stop it.
    if (state === 'beginning') return;
    if (state === 'reading') {
      reading.current?.pause();
      setState('paused');
    } else if (reading.current) {
      setState('beginning');
      reading.current.resume();
    } else void start();
  }

  function stop() {
    wish.current += 1;
    reading.current?.pause();
    reading.current = undefined;
    end('silent');
  }

  /** The button to stop goes; who stood on it shall not find herself at the beginning of the page. */
  function end(now: 'silent' | 'failed') {
    if (document.activeElement === stopButton.current) mainButton.current?.focus();
    setState(now);
  }

  if (state === 'none') return null;
  return (
    <ListenBar
      state={state}
      reader={reader}
      words={words}
      press={press}
      stop={stop}
      mainButton={mainButton}
      stopButton={stopButton}
    />
  );
}
