'use client';

import { useLayoutEffect, useState } from 'react';

/**
 * Stands before a textarea and keeps what somebody changes in it before the script has come: React writes the first text
 * over it when it takes the page over (react-dom, `initTextarea`). This is reached before the textarea, and reads it earlier.
 */
export function EarlyEdit({ id }: { readonly id: string }) {
  const [found] = useState(() => (typeof document === 'undefined' ? undefined : textAreaOf(id)?.value));
  useLayoutEffect(() => {
    const element = textAreaOf(id);
    if (element && found !== undefined && element.value !== found) element.value = found;
  }, [id, found]);
  return null;
}

function textAreaOf(id: string): HTMLTextAreaElement | null {
  const element = document.getElementById(id);
  return element instanceof HTMLTextAreaElement ? element : null;
}
