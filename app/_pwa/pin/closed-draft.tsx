'use client';

import { Button } from '../../_ui/button/button.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { openPin } from '../storage/pin.ts';
import { ForgottenPin } from './forgotten-pin.tsx';
import { PinQuestion } from './pin-question.tsx';
import type { PinWords } from './pin-words.ts';

type Props = {
  readonly words: PinWords;
  /** “Remove what I wrote”, of this page alone. */
  readonly remove: string;
  readonly onRemove: () => void;
  /** Her PIN was right, or there is none any more. */
  readonly onOpen: () => void;
};

/** In a form: what she typed before opens by her PIN. */
export function ClosedDraft({ words, remove, onRemove, onOpen }: Props) {
  return (
    <Stack isClose>
      <PinQuestion id="draft-pin" words={words} button={words.open} act={openPin} onRight={onOpen} />
      <Button type="button" look="second" onClick={onRemove}>
        {remove}
      </Button>
      <ForgottenPin words={words} onRemoved={onOpen} />
    </Stack>
  );
}
