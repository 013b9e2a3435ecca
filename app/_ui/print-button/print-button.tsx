'use client';

import { ScriptButton } from '../button/script-button.tsx';
import { whileHere } from '../state/while-here.ts';
import { startPrinting } from './start-printing.ts';

const ref = whileHere(startPrinting);

export function PrintButton({ text }: { readonly text: string }) {
  return (
    <div ref={ref} data-print="">
      <ScriptButton look="second">{text}</ScriptButton>
    </div>
  );
}
