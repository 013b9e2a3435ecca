'use client';

import { useState } from 'react';
import { ok } from '#core/result.ts';
import { Button } from '../../_ui/button/button.tsx';
import styles from '../../_ui/field/field.module.css';
import { More } from '../../_ui/more/more.tsx';
import { withPin } from './with-pin.ts';

type Words = Readonly<Record<'forgot' | 'forgotWhat' | 'remove' | 'noLine', string>>;

/** The way on for who forgot it: nobody else knows it. */
export function ForgottenPin({ words, onRemoved }: { readonly words: Words; readonly onRemoved: () => void }) {
  const [problem, setProblem] = useState('');
  async function remove() {
    setProblem('');
    const done = await withPin(async (part) => ok(await part.removePin()));
    if (done.ok) onRemoved();
    else setProblem(words.noLine);
  }
  return (
    <More summary={words.forgot} isOpen={false}>
      <p>{words.forgotWhat}</p>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      ) : null}
      <Button type="button" look="grave" onClick={() => void remove()}>
        {words.remove}
      </Button>
    </More>
  );
}
