import type { RefObject } from 'react';
import styles from './listen.module.css';
import type { Whose } from './voice.ts';

export type ListenWords = {
  readonly start: string;
  /** While nothing is heard yet. */
  readonly beginning: string;
  readonly pause: string;
  readonly resume: string;
  readonly stop: string;
  /** Whose voice it is: the phone's, or ours. */
  readonly voice: string;
  readonly ourVoice: string;
  readonly failed: string;
  readonly ourFailed: string;
};

/** `failed` and `paused` keep her place, `silent` has none. */
export type ListenState = 'silent' | 'beginning' | 'reading' | 'paused' | 'failed';

type Props = {
  readonly state: ListenState;
  readonly reader: Whose;
  readonly words: ListenWords;
  readonly press: () => void;
  readonly stop: () => void;
  readonly mainButton?: RefObject<HTMLButtonElement | null>;
  readonly stopButton?: RefObject<HTMLButtonElement | null>;
};

/**
 * It stands in the bar of the page, where there is room for it: it comes late, and nothing may move beneath her finger. It
 * announces nothing but a failure: who uses a screen reader hears what that says.
 */
export function ListenBar({ state, reader, words, press, stop, mainButton, stopButton }: Props) {
  const label = {
    silent: words.start,
    beginning: words.beginning,
    reading: words.pause,
    paused: words.resume,
    failed: words.resume,
  }[state];
  const isOn = state === 'beginning' || state === 'reading' || state === 'paused';
  return (
    <>
      <button
        type="button"
        ref={mainButton}
        className={styles.button}
        aria-disabled={state === 'beginning' || undefined}
        onClick={press}
      >
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
      <div role="status" className={styles.more}>
        {state === 'failed' ? <p>{reader === 'phone' ? words.failed : words.ourFailed}</p> : null}
      </div>
    </>
  );
}

/** What the button does next: a loudspeaker, two bars, or the arrow that goes on; three dots while it begins. */
function Sign({ of }: { readonly of: ListenState }) {
  const arrow = 'M5 3l12 7-12 7z';
  const shape = {
    silent: 'M3 7h3l5-4v14l-5-4H3zM13 6a6 6 0 0 1 0 8z',
    beginning: 'M2 8h4v4H2zM8 8h4v4H8zM14 8h4v4h-4z',
    reading: 'M5 4h4v12H5zM11 4h4v12h-4z',
    paused: arrow,
    failed: arrow,
  }[of];
  return (
    <svg width="28" height="28" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor" className={styles.sign}>
      <path d={shape} />
    </svg>
  );
}
