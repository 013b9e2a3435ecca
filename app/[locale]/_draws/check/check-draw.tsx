'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { fillIn } from '#app/_ui/refusal/refusal-words.ts';
import { PickFiles } from '../pick-files.tsx';
import { ReactButton } from '../react-button.tsx';
import type { Asked, Told } from './check-worker.ts';
import styles from './progress.module.css';
import { VerdictView, type VerdictWords } from './verdict-view.tsx';

export type CheckWords = VerdictWords & {
  readonly begin: string;
  readonly files: string;
  readonly choose: string;
  /** With `{percent}` in them. */
  readonly downloading: string;
  readonly working: string;
  readonly stop: string;
  readonly failed: string;
};

/** `day`: what is downloaded and checked; without one, she chooses the files of a draw from her phone. */
type Props = { readonly words: CheckWords; readonly day?: string };

const percent = 100;

/** Does a draw again, on this phone, in a worker of its own, which is fetched when it is asked for. */
export function CheckDraw({ words, day }: Props) {
  const [told, setTold] = useState<Told | null>(null);
  const worker = useRef<Worker>(undefined);
  const status = useRef<HTMLDivElement>(null);
  const label = useId();
  useEffect(() => () => worker.current?.terminate(), []);

  function begin(asked: Asked) {
    stop();
    setTold({ step: 'day' in asked ? 'downloading' : 'working', share: 0 });
    const made = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      setTold(data);
      if (data.step === 'done' || data.step === 'failed') status.current?.focus();
    });
    made.addEventListener('error', () => setTold({ step: 'failed' }));
    made.postMessage(asked);
    worker.current = made;
  }

  function stop() {
    worker.current?.terminate();
    setTold(null);
  }

  const isBusy = told?.step === 'downloading' || told?.step === 'working';
  return (
    <Stack>
      {day === undefined ? (
        <PickFiles label={words.files} button={words.choose} isMultiple onPick={(files) => begin({ files })} />
      ) : isBusy ? null : (
        <ReactButton onClick={() => begin({ day })}>{words.begin}</ReactButton>
      )}
      {isBusy ? (
        <Stack isClose>
          {/* Not in the status below: nobody wants to hear a hundred numbers. */}
          <p id={label}>{fillIn(words[told.step], { percent: Math.floor(told.share * percent) })}</p>
          <progress aria-labelledby={label} className={styles.bar} max={1} value={told.share} />
          <Button type="button" look="second" onClick={stop}>
            {words.stop}
          </Button>
        </Stack>
      ) : null}
      <div role="status" tabIndex={-1} ref={status}>
        {told?.step === 'failed' ? <p>{words.failed}</p> : null}
        {told?.step === 'done' ? <VerdictView verdict={told.verdict} words={words} /> : null}
      </div>
    </Stack>
  );
}
