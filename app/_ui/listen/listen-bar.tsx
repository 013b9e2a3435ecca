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

/** `none`: nothing can read this page. `failed` and `paused` keep her place, `silent` has none. */
export type ListenState = 'none' | 'silent' | 'beginning' | 'reading' | 'paused' | 'failed';

type Props = { readonly state: ListenState; readonly reader: Whose; readonly words: ListenWords };

/**
 * All that it can say, of which the script shows what belongs to the state (`start-listening.ts`). It stands in the bar of the
 * page, where there is room for it: it comes late, and nothing may move beneath her finger. It announces nothing but a
 * failure: who uses a screen reader hears what that says.
 */
export function ListenBar({ state, reader, words }: Props) {
  const when = (states: readonly ListenState[], whose?: Whose) => ({
    'data-when': states.join(' '),
    'data-whose': whose,
    hidden: !states.includes(state) || (whose !== undefined && whose !== reader),
  });
  const isThere = ['silent', 'beginning', 'reading', 'paused', 'failed'] as const;
  const isOn = ['beginning', 'reading', 'paused'] as const;
  return (
    <div className={styles.bar} data-listen="">
      <button
        type="button"
        className={styles.button}
        aria-disabled={state === 'beginning' || undefined}
        {...when(isThere)}
      >
        <span className={styles.sign} {...when(['silent'])}>
          <Sign path="M3 7h3l5-4v14l-5-4H3zM13 6a6 6 0 0 1 0 8z" />
          <span className={styles.word}>{words.start}</span>
        </span>
        <span className={styles.sign} {...when(['beginning'])}>
          <Sign path="M2 8h4v4H2zM8 8h4v4H8zM14 8h4v4h-4z" />
          <span className={styles.word}>{words.beginning}</span>
        </span>
        <span className={styles.sign} {...when(['reading'])}>
          <Sign path="M5 4h4v12H5zM11 4h4v12h-4z" />
          <span className={styles.word}>{words.pause}</span>
        </span>
        <span className={styles.sign} {...when(['paused', 'failed'])}>
          <Sign path="M5 3l12 7-12 7z" />
          <span className={styles.word}>{words.resume}</span>
        </span>
      </button>
      <div className={styles.more} {...when(isOn)}>
        <button type="button" className={styles.stop}>
          {words.stop}
        </button>
        <p {...when(isOn, 'phone')}>{words.voice}</p>
        <p {...when(isOn, 'ours')}>{words.ourVoice}</p>
      </div>
      <div role="status" className={styles.more} {...when(isThere)}>
        <p {...when(['failed'], 'phone')}>{words.failed}</p>
        <p {...when(['failed'], 'ours')}>{words.ourFailed}</p>
      </div>
    </div>
  );
}

/** What the button does next: a loudspeaker, two bars, or the arrow that goes on; three dots while it begins. */
function Sign({ path }: { readonly path: string }) {
  return (
    <svg width="28" height="28" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
      <path d={path} />
    </svg>
  );
}
