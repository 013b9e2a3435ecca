'use client';

import { Button, LineLink } from '../../_ui/button/button.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { PinQuestion } from './pin-question.tsx';
import type { PinWords } from './pin-words.ts';

type Props = {
  readonly words: PinWords & { readonly open: string };
  /** The page where a PIN can be removed. */
  readonly phone: string;
  /** “Remove what I wrote”, of this page alone. */
  readonly remove: string;
  readonly onRemove: () => void;
  /** Her PIN was right. */
  readonly onOpen: () => void;
};

/** In a form: what she typed before opens by her PIN. */
export function ClosedDraft({ words, phone, remove, onRemove, onOpen }: Props) {
  return (
    <Stack isClose>
      <PinQuestion
        id="draft-pin"
        words={words}
        button={words.open}
        act={async (typed) => (await import('../storage/pin.ts')).openPin(typed)}
        onRight={onOpen}
      />
      <Button type="button" look="second" onClick={onRemove}>
        {remove}
      </Button>
      <LineLink href={phone}>{words.forgot}</LineLink>
    </Stack>
  );
}
