'use client';

import { Button, ButtonLink } from '../button/button.tsx';
import { Stack } from '../panel/panel.tsx';
import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { robotField } from './robot-field.ts';
import { type RobotShown, startRobotCheck } from './start-robot-check.ts';
import { VendorNote, type VendorWords } from './vendor-note.tsx';

const ref = whileHere(startRobotCheck);

export type RobotWords = {
  readonly why: string;
  readonly working: string;
  readonly done: string;
  readonly failed: string;
  readonly retry: string;
  readonly assisted: { readonly href: string; readonly text: string };
  readonly vendor: VendorWords;
};

/** The check against robots: the phone works by itself while she reads, or a vendor shows a box to tick. */
export function RobotCheck({ words }: { readonly words: RobotWords }) {
  const at = (...states: readonly RobotShown[]) => when(states, 'working');
  return (
    <div ref={ref} data-robot-check="">
      <Stack isClose>
        <p {...at('working', 'done', 'failed')}>{words.why}</p>
        {/* What failed has no box of which to say that she ticks it. */}
        <div {...at('vendor-working', 'vendor-untouched', 'vendor-expired', 'vendor-done')}>
          <Stack isClose>
            <VendorNote words={words.vendor} />
          </Stack>
        </div>
        <div
          data-robot-box=""
          {...at('vendor-working', 'vendor-untouched', 'vendor-expired', 'vendor-done', 'vendor-failed')}
        />
        <p role="status" tabIndex={-1}>
          <span {...at('working')}>{words.working}</span>
          <span {...at('done', 'vendor-done')}>{words.done}</span>
          <span {...at('failed')}>{words.failed}</span>
          <span {...at('vendor-working')}>{words.vendor.working}</span>
          <span {...at('vendor-untouched')}>{words.vendor.untouched}</span>
          <span {...at('vendor-expired')}>{words.vendor.expired}</span>
          <span {...at('vendor-failed')}>{words.vendor.failed}</span>
        </p>
        <div {...at('failed', 'vendor-failed')}>
          <Stack isClose>
            <Button type="button" look="second">
              {words.retry}
            </Button>
            <ButtonLink look="second" href={words.assisted.href}>
              {words.assisted.text}
            </ButtonLink>
          </Stack>
        </div>
        <input type="hidden" name={robotField} defaultValue="" data-state="working" />
      </Stack>
    </div>
  );
}
