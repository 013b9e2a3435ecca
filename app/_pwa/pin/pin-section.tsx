'use client';

import { type ComponentType, useEffect, useState } from 'react';
import fieldStyles from '../../_ui/field/field.module.css';
import { More } from '../../_ui/more/more.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { onPhone } from '../storage/database.ts';
import { isSharedPhone } from '../storage/sealed.ts';
import { whoseNow } from '../storage/whose.ts';
import type { PinChoiceProps } from './pin-choice.tsx';

type Props = PinChoiceProps & { readonly title: string };

/** For who is signed in: a PIN is hers, and goes with her. A phone that people share keeps nothing to lock. */
export function PinSection({ title, ...choice }: Props) {
  const [isOffered, setIsOffered] = useState(false);
  const [Choice, setChoice] = useState<ComponentType<PinChoiceProps> | 'missing'>();
  useEffect(() => {
    const look = async () =>
      (await whoseNow()) !== '' && (await onPhone(async () => undefined)).ok && !(await isSharedPhone());
    void look().then(setIsOffered);
  }, []);
  async function fetchChoice() {
    const part = await import('./pin-choice.tsx').catch(() => null);
    setChoice(() => part?.PinChoice ?? 'missing');
  }
  if (!isOffered) return null;
  return (
    <More summary={title} isOpen={window.location.hash === '#pin'} onOpen={() => void fetchChoice()}>
      <Stack isClose>
        {Choice === 'missing' ? (
          <p role="alert" className={fieldStyles.problem}>
            {choice.words.noLine}
          </p>
        ) : null}
        {Choice && Choice !== 'missing' ? <Choice {...choice} /> : null}
      </Stack>
    </More>
  );
}
