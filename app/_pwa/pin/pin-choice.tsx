'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { Notice } from '../../_ui/notice/notice.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { pinState } from '../storage/sealed.ts';
import { ForgottenPin } from './forgotten-pin.tsx';
import { PinField, ShowDigits } from './pin-field.tsx';
import { PinQuestion } from './pin-question.tsx';
import type { PinWords } from './pin-words.ts';
import { startPinQuestion } from './start-pin-question.ts';

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
      | 'off'
      | 'isOff',
      string
    >
  >;

type Props = {
  readonly words: PinChoiceWords;
  /** With what she typed. */
  readonly onRemoved: () => void;
};

type Problem = { readonly field: 'new' | 'again'; readonly text: string };

/** She chooses a PIN, or turns hers off. */
export function PinChoice({ words, onRemoved }: Props) {
  const chosen = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'looking' | 'never' | 'on' | 'off'>('looking');
  const [isShown, setIsShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    void pinState().then((found) => setState(found === 'none' ? 'never' : 'on'));
  }, []);

  useEffect(() => {
    if (state !== 'on' || !question.current) return undefined;
    return startPinQuestion(question.current, {
      act: async (typed) => (await import('../storage/pin.ts')).turnPinOff(typed),
      onRight: () => changed('off'),
    });
  }, [state]);

  async function choose() {
    if (isBusy) return;
    const { readPin, setPin } = await import('../storage/pin.ts');
    const pin = readPin(chosen.current?.value ?? '');
    if (pin === null || pin !== readPin(again.current?.value ?? '')) {
      tell(pin === null ? { field: 'new', text: words.format } : { field: 'again', text: words.differs });
      return;
    }
    setIsBusy(true);
    const done = await setPin(pin);
    setIsBusy(false);
    if (done.ok) changed('on');
    else tell({ field: 'new', text: words.full });
  }

  function tell(wrong: Problem) {
    setProblem(wrong);
    (wrong.field === 'new' ? chosen : again).current?.focus();
  }

  /** What she pressed goes: the focus would be at the top of the page. */
  function changed(to: 'on' | 'off') {
    setProblem(undefined);
    setIsShown(false);
    setState(to);
    status.current?.focus();
  }

  if (state === 'looking') return null;
  const fieldOf = (field: Problem['field']) => ({
    id: `pin-${field}`,
    label: words[field],
    problem: problem?.field === field ? problem.text : undefined,
    isShown,
    onEnter: () => void choose(),
  });
  return (
    <>
      <div role="status" tabIndex={-1} ref={status}>
        {state === 'never' ? (
          <p>{words.what}</p>
        ) : (
          <Notice look={state === 'on' ? 'good' : 'plain'}>
            <p>{state === 'on' ? words.isOn : words.isOff}</p>
          </Notice>
        )}
      </div>
      <p>{words.notFor}</p>
      {state === 'on' ? (
        <>
          <div ref={question}>
            <Stack isClose>
              <PinQuestion id="pin" words={words} button={words.off} />
            </Stack>
          </div>
          <ForgottenPin
            words={words}
            onRemoved={() => {
              changed('off');
              onRemoved();
            }}
          />
        </>
      ) : (
        <>
          <PinField {...fieldOf('new')} ref={chosen} hint={problem?.field === 'new' ? undefined : words.format} />
          <PinField {...fieldOf('again')} ref={again} />
          <ShowDigits label={words.show} checked={isShown} onChange={({ target }) => setIsShown(target.checked)} />
          <Button type="button" look="second" onClick={() => void choose()}>
            {isBusy ? `${words.on}…` : words.on}
          </Button>
        </>
      )}
    </>
  );
}
