'use client';

import { useEffect, useRef, useState } from 'react';
import { ScriptButton } from '../button/script-button.tsx';
import { Stack } from '../panel/panel.tsx';
import { canPush, type PushOutcome, switchPushOn } from './switch-on.ts';

export type PushWords = {
  readonly on: string;
  readonly asking: string;
  readonly blocked: string;
  readonly unsupported: string;
  readonly failed: string;
};

type State = 'idle' | 'asking' | PushOutcome;

/**
 * Asks the browser to show our messages: only after she has read what that means, and has pressed. The browser remembers
 * a "no" for good, so nothing here asks by itself.
 */
export function PushSwitch({ words, publicKey }: { readonly words: PushWords; readonly publicKey: string }) {
  const [state, setState] = useState<State>('idle');
  const status = useRef<HTMLParagraphElement>(null);
  // What the server made knows nothing of this browser.
  useEffect(() => {
    if (!canPush()) setState('unsupported');
    else if (Notification.permission === 'denied') setState('blocked');
  }, []);

  const press = async () => {
    setState('asking');
    status.current?.focus();
    const outcome = await switchPushOn(publicKey);
    setState(outcome);
    if (outcome === 'on') window.location.reload();
  };

  const text = state === 'idle' || state === 'on' ? '' : words[state];
  return (
    <Stack isClose>
      <p role="status" tabIndex={-1} ref={status}>
        {text}
      </p>
      {state === 'idle' || state === 'failed' ? (
        <ScriptButton onClick={() => void press()}>{words.on}</ScriptButton>
      ) : null}
    </Stack>
  );
}
