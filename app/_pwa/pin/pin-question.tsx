'use client';

import { useRef, useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { fillIn } from '../../_ui/refusal/refusal-words.ts';
import type { PinAnswer, PinFailure } from '../storage/pin.ts';
import { PinField, ShowDigits } from './pin-field.tsx';
import type { PinWords } from './pin-words.ts';

type Props = {
  readonly id: string;
  readonly words: PinWords;
  readonly button: string;
  /** What her PIN is for. */
  readonly act: (typed: string) => Promise<PinAnswer>;
  readonly onRight: () => void;
};

/** Asks for her PIN, and says what is wrong with it. */
export function PinQuestion({ id, words, button, act, onRight }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function answer() {
    if (isBusy) return;
    // On a slow phone a PIN takes a second or two.
    setIsBusy(true);
    const answered = await act(field.current?.value ?? '');
    setIsBusy(false);
    if (answered.ok) onRight();
    else tell(sentenceOf(words, answered.error));
  }

  function tell(sentence: string) {
    setProblem(sentence);
    field.current?.focus();
  }

  return (
    <>
      <PinField
        id={id}
        ref={field}
        label={words.label}
        problem={problem}
        isShown={isShown}
        onEnter={() => void answer()}
      />
      <ShowDigits label={words.show} isShown={isShown} change={setIsShown} />
      <Button type="button" look="second" onClick={() => void answer()}>
        {isBusy ? `${button}…` : button}
      </Button>
    </>
  );
}

function sentenceOf(words: PinWords, failure: PinFailure): string {
  switch (failure.kind) {
    case 'wrong':
      return words.wrong;
    case 'wait':
      return fillIn(words.wait, { minutes: failure.minutes }) ?? words.wrong;
    // A browser that keeps nothing had no PIN to ask for.
    case 'full':
    case 'denied':
      return words.full;
  }
}
