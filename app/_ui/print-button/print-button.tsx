'use client';

import { Button } from '../button/button.tsx';

export function PrintButton({ text }: { readonly text: string }) {
  return (
    <Button type="button" look="second" onClick={() => window.print()}>
      {text}
    </Button>
  );
}
