'use client';

import { useEffect, useRef, useState } from 'react';
import { err } from '#core/result.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Notice } from '../../_ui/notice/notice.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { pinState } from '../storage/sealed.ts';
import { ForgottenPin } from './forgotten-pin.tsx';
import { PinField, ShowDigits } from './pin-field.tsx';
import { PinQuestion } from './pin-question.tsx';
import type { PinWords } from './pin-words.ts';
import { startPinQuestion } from './start-pin-question.ts';
import { withPin } from './with-pin.ts';

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

export type PinChoiceProps = {
  readonly words: PinChoiceWords;
  /** With what she typed. */
  readonly onRemoved: () => void;
};

type State = 'looking' | 'never' | 'on' | 'already' | 'off';
type Problem = { readonly field: 'new' | 'again'; readonly text: string };

const sentences = {
  format: 'format',
  differs: 'differs',
  full: 'full',
  // A browser that keeps nothing is offered no PIN.
  denied: 'full',
  'no-line': 'noLine',
} as const;

/** She chooses a PIN, or turns hers off. */
export function PinChoice({ words, onRemoved }: PinChoiceProps) {
  const chosen = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>('looking');
  const [isShown, setIsShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    void pinState().then((found) => setState(found === 'none' ? 'never' : 'on'));
  }, []);

  const isOn = state === 'on' || state === 'already';
  useEffect(() => {
    if (!isOn || !question.current) return undefined;
    return startPinQuestion(question.current, {
      act: async (typed) => withPin(async (part) => part.turnPinOff(typed)),
      onRight: () => changed('off'),
    });
  }, [isOn]);

  async function choose() {
    if (isBusy) return;
    setIsBusy(true);
    // A reader says the same sentence again only when it comes again.
    setProblem(undefined);
    const done = await withPin(async ({ readPin, setPin }) => {
      const pin = readPin(chosen.current?.value ?? '');
      if (pin === null) return err({ kind: 'format' });
      return pin === readPin(again.current?.value ?? '') ? setPin(pin) : err({ kind: 'differs' });
    });
    setIsBusy(false);
    if (done.ok) changed('on');
    else if (done.error.kind === 'has-pin') changed('already');
    else tell({ field: done.error.kind === 'differs' ? 'again' : 'new', text: words[sentences[done.error.kind]] });
  }

  function tell(wrong: Problem) {
    setProblem(wrong);
    (wrong.field === 'new' ? chosen : again).current?.focus();
  }

  /** What she pressed goes: the focus would be at the top of the page. */
  function changed(to: Exclude<State, 'looking' | 'never'>) {
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
          <Notice look={isOn ? 'good' : 'plain'}>
            <p>{words[state === 'already' ? 'already' : isOn ? 'isOn' : 'isOff']}</p>
          </Notice>
        )}
      </div>
      <p>{words.notFor}</p>
      {isOn ? (
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
