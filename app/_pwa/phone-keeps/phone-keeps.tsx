'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import panelStyles from '#app/_ui/panel/panel.module.css';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { whileHere } from '#app/_ui/state/while-here.ts';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { PinChoiceWords } from '../pin/pin-choice.tsx';
import { PinSection } from '../pin/pin-section.tsx';
import { SizeBar } from './size-bar.tsx';
import { type PhoneFacts, startPhoneKeeps } from './start-phone-keeps.ts';

const ref = whileHere(startPhoneKeeps);

type Words = Readonly<
  Record<
    'wait' | 'removeDrafts' | 'others' | 'removeAll' | 'removed' | 'sparing' | 'full' | 'failed' | 'noWorker',
    string
  >
>;

type Props = {
  readonly facts: PhoneFacts;
  readonly words: Words;
  readonly pin: { readonly title: string; readonly words: PinChoiceWords };
};

/** What the worker keeps, and what she typed and has not sent: its script asks, and shows what belongs there. */
export function PhoneKeeps({ facts, words, pin }: Props) {
  return (
    <div ref={ref} className={panelStyles.filled} data-phone-keeps={JSON.stringify(facts)}>
      <Stack>
        <div role="status" tabIndex={-1}>
          <p data-part="wait">{words.wait}</p>
          <p hidden data-part="no-worker">
            {words.noWorker}
          </p>
          {(['full', 'failed', 'removed', 'sparing'] as const).map((told) => (
            <div key={told} hidden data-part={told}>
              <Notice look={told === 'full' || told === 'failed' ? 'wait' : 'plain'}>
                <p>{words[told]}</p>
              </Notice>
            </div>
          ))}
        </div>
        <div hidden data-part="sizes">
          <Card>
            <SizeBar />
            <SummaryList rows={[{ term: '', value: '' }]} />
          </Card>
        </div>
        <Stack isClose>
          <div data-part="here">
            <Stack isClose>
              {/* As each of them is: the script fills in copies. */}
              <Button hidden type="button" look="second" data-part="language" />
            </Stack>
          </div>
          <div hidden data-part="others">
            <More summary={words.others} isOpen={false}>
              <Stack isClose>{null}</Stack>
            </More>
          </div>
          <Button hidden type="button" look="grave" data-part="removeAll">
            {words.removeAll}
          </Button>
          <Button hidden type="button" look="grave" data-part="removeDrafts">
            {words.removeDrafts}
          </Button>
          <PinSection {...pin} />
        </Stack>
      </Stack>
    </div>
  );
}
