import { leaving } from '../quick-exit/leave.ts';
import type { ListenState } from './listen-bar.tsx';
import type { Reading } from './read-aloud.ts';
import type { Whose } from './voice.ts';
import { lookForVoice } from './voices-here.ts';

/**
 * Reads the page aloud by the phone's own voice, else by ours; its bar stays hidden where there is none for this language.
 * It never begins by itself. Whatever interrupts it, a dark screen or a broken line, keeps her place: the button goes on
 * from there, and only "stop" goes back to the beginning. Gives back what ends it all. No framework: pages that come
 * without one are read aloud, too.
 */
export function startListening(): () => void {
  const bar = document.querySelector<HTMLElement>('[data-listen]');
  const [mainButton, stopButton] = bar?.querySelectorAll('button') ?? [];
  if (!bar || !mainButton || !stopButton) return () => undefined;
  const locale = document.documentElement.lang;
  let state: ListenState = 'none';
  let whose: Whose = 'phone';
  // The phone may find a voice while ours reads.
  let reader: Whose = 'phone';
  let reading: Reading | undefined;
  // A script that arrives after she stopped, or pressed again, begins nothing.
  let wish = 0;

  function show(now: ListenState): void {
    state = now;
    for (const part of bar?.querySelectorAll<HTMLElement>('[data-when]') ?? []) {
      const { when = '', whose: whoseVoice = reader } = part.dataset;
      part.hidden = !when.split(' ').includes(now) || whoseVoice !== reader;
    }
    if (now === 'beginning') mainButton?.setAttribute('aria-disabled', 'true');
    else mainButton?.removeAttribute('aria-disabled');
  }

  function interrupt(): void {
    wish += 1;
    reading?.pause();
    if (state === 'reading') show('paused');
    else if (state === 'beginning') show(reading ? 'paused' : 'silent');
  }
  function hide(): void {
    if (document.visibilityState === 'hidden') interrupt();
  }

  async function start(): Promise<void> {
    wish += 1;
    const mine = wish;
    reader = whose;
    show('beginning');
    // Now, while it is she who presses: iOS lets no other one sound later.
    const player = new Audio();
    if (whose === 'ours') player.load();
    try {
      const { readAloud } = await import('./read-aloud.ts');
      if (mine !== wish) return;
      reading = readAloud({ locale, whose, player, onChange });
      reading.resume();
    } catch {
      // The line broke while the script was on its way.
      if (mine === wish) end('failed');
    }
  }

  function onChange(now: 'sounds' | 'paused' | 'read' | 'failed'): void {
    if (now === 'sounds') show('reading');
    else if (now === 'paused') show('paused');
    else if (now === 'failed') end('failed');
    else stop();
  }

  function press(): void {
    // Who is impatient and presses twice does not stop it.
    if (state === 'beginning') return;
    if (state === 'reading') {
      reading?.pause();
      show('paused');
    } else if (reading) {
      show('beginning');
      reading.resume();
    } else void start();
  }

  function stop(): void {
    wish += 1;
    reading?.pause();
    reading = undefined;
    end('silent');
  }

  /** The button to stop goes; who stood on it shall not find herself at the beginning of the page. */
  function end(now: 'silent' | 'failed'): void {
    if (document.activeElement === stopButton) mainButton?.focus();
    show(now);
  }

  const endLooking = lookForVoice(locale, (found) => {
    whose = found;
    if (state === 'none') show('silent');
  });
  mainButton.addEventListener('click', press);
  stopButton.addEventListener('click', stop);
  // The page may come back as it was, by the way back.
  window.addEventListener('pagehide', interrupt);
  window.addEventListener(leaving, interrupt);
  document.addEventListener('visibilitychange', hide);
  return () => {
    endLooking();
    mainButton.removeEventListener('click', press);
    stopButton.removeEventListener('click', stop);
    window.removeEventListener('pagehide', interrupt);
    window.removeEventListener(leaving, interrupt);
    document.removeEventListener('visibilitychange', hide);
    wish += 1;
    reading?.pause();
  };
}
