'use client';

import { useEffect, useState } from 'react';
import { ScriptButton } from '#app/_ui/button/script-button.tsx';
import { isSharedPhone, setShared } from '../storage/sealed.ts';

type Props = { readonly words: Readonly<Record<'what' | 'on' | 'isOn' | 'off', string>> };

/** Several people use this phone, or she alone. */
export function SharedSwitch({ words }: Props) {
  const [isShared, setIsShared] = useState(false);
  useEffect(() => {
    void isSharedPhone().then(setIsShared);
  }, []);

  async function change(): Promise<void> {
    await setShared(!isShared);
    setIsShared(await isSharedPhone());
  }

  return (
    <>
      <p role="status">{isShared ? words.isOn : words.what}</p>
      <ScriptButton look="second" onClick={() => void change()}>
        {isShared ? words.off : words.on}
      </ScriptButton>
    </>
  );
}
