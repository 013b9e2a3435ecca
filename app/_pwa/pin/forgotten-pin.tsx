'use client';

import { Button } from '../../_ui/button/button.tsx';
import { More } from '../../_ui/more/more.tsx';

type Words = Readonly<Record<'forgot' | 'forgotWhat' | 'remove', string>>;

/** The way on for who forgot it: nobody else knows it. */
export function ForgottenPin({ words, onRemoved }: { readonly words: Words; readonly onRemoved: () => void }) {
  async function remove() {
    await (await import('../storage/pin.ts')).removePin();
    onRemoved();
  }
  return (
    <More summary={words.forgot} isOpen={false}>
      <p>{words.forgotWhat}</p>
      <Button type="button" look="grave" onClick={() => void remove()}>
        {words.remove}
      </Button>
    </More>
  );
}
