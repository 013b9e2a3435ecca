'use client';

import { ScriptButton } from '../button/script-button.tsx';
import { Stack } from '../panel/panel.tsx';
import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { type PushState, startPushSwitch } from './start-push-switch.ts';

const ref = whileHere(startPushSwitch);

export type PushWords = {
  readonly on: string;
  readonly asking: string;
  readonly blocked: string;
  readonly unsupported: string;
  readonly failed: string;
};

/** Asks the browser to show our messages, once she has read what that means and has pressed. */
export function PushSwitch({ words, publicKey }: { readonly words: PushWords; readonly publicKey: string }) {
  const at = (...states: readonly PushState[]) => when(states, 'idle');
  return (
    <div ref={ref} data-push-switch={publicKey}>
      <Stack isClose>
        <p role="status" tabIndex={-1}>
          <span {...at('asking')}>{words.asking}</span>
          <span {...at('blocked')}>{words.blocked}</span>
          <span {...at('unsupported')}>{words.unsupported}</span>
          <span {...at('failed')}>{words.failed}</span>
        </p>
        <div {...at('idle', 'failed')}>
          <ScriptButton>{words.on}</ScriptButton>
        </div>
      </Stack>
    </div>
  );
}
