import { Button } from '../../_ui/button/button.tsx';
import fieldStyles from '../../_ui/field/field.module.css';
import { More } from '../../_ui/more/more.tsx';
import { Notice } from '../../_ui/notice/notice.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { when } from '../../_ui/state/state.ts';
import { PinField, ShowDigits } from './pin-field.tsx';
import { PinQuestion } from './pin-question.tsx';
import type { PinWords } from './pin-words.ts';
import type { PinChosen } from './start-pin-choice.ts';

export type PinChoiceWords = PinWords &
  Readonly<
    Record<
      | 'format'
      | 'forgotWhat'
      | 'remove'
      | 'what'
      | 'notFor'
      | 'new'
      | 'again'
      | 'on'
      | 'differs'
      | 'isOn'
      | 'already'
      | 'off'
      | 'isOff',
      string
    >
  >;

/** She chooses a PIN, or turns hers off: `start-pin-choice.ts` shows which. */
export function PinChoice({ words }: { readonly words: PinChoiceWords }) {
  const at = (...states: readonly PinChosen[]) => when(states, 'looking');
  return (
    <Stack isClose>
      <div role="status" tabIndex={-1}>
        <p {...at('never')}>{words.what}</p>
        <div {...at('on')}>
          <Notice look="good">
            <p>{words.isOn}</p>
          </Notice>
        </div>
        <div {...at('already')}>
          <Notice look="good">
            <p>{words.already}</p>
          </Notice>
        </div>
        <div {...at('off')}>
          <Notice>
            <p>{words.isOff}</p>
          </Notice>
        </div>
      </div>
      <p {...at('never', 'on', 'already', 'off')}>{words.notFor}</p>
      <div data-part="pin-question" {...at('on', 'already')}>
        <Stack isClose>
          <PinQuestion id="pin" words={words} button={words.off} />
        </Stack>
      </div>
      {/* The way on for who forgot it: nobody else knows it. */}
      <div {...at('on', 'already')}>
        <More summary={words.forgot} isOpen={false}>
          <p>{words.forgotWhat}</p>
          <p hidden role="alert" data-part="pin-not-removed" className={fieldStyles.problem}>
            {words.noLine}
          </p>
          <Button type="button" look="grave" data-part="pin-remove">
            {words.remove}
          </Button>
        </More>
      </div>
      <div
        data-part="pin-new"
        data-format={words.format}
        data-differs={words.differs}
        data-full={words.full}
        data-no-line={words.noLine}
        {...at('never', 'off')}
      >
        <Stack isClose>
          <PinField id="pin-new" label={words.new} hint={words.format} />
          <PinField id="pin-again" label={words.again} />
          <ShowDigits label={words.show} />
          <Button type="button" look="second">
            {words.on}
          </Button>
        </Stack>
      </div>
    </Stack>
  );
}
