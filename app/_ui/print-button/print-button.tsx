'use client';

import { ScriptButton } from '../button/script-button.tsx';

export function PrintButton({ text }: { readonly text: string }) {
  return (
    <ScriptButton look="second" onClick={() => window.print()}>
      {text}
    </ScriptButton>
  );
}
