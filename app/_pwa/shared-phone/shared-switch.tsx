'use client';

import { useEffect, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { startSharedSwitch } from './start-shared-switch.ts';

type Props = { readonly words: Readonly<Record<'what' | 'on' | 'isOn' | 'off', string>> };

/** Several people use this phone, or she alone: both can be said here, and the script shows what holds. */
export function SharedSwitch({ words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? startSharedSwitch(place.current) : undefined), []);
  return (
    <div ref={place} data-shared-switch="">
      <Stack isClose>
        <div role="status">
          <p data-shared="no">{words.what}</p>
          <p hidden data-shared="yes">
            {words.isOn}
          </p>
        </div>
        <Button type="button" look="second" disabled>
          <span data-shared="no">{words.on}</span>
          <span hidden data-shared="yes">
            {words.off}
          </span>
        </Button>
      </Stack>
    </div>
  );
}
