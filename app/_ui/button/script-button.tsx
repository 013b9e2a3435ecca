'use client';

import { type ComponentProps, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

const never = () => () => {};

/**
 * A button that only a script answers. On a slow line it is there long before its script: until then it can be seen to
 * wait, since a tap would be lost without a word.
 */
export function ScriptButton(props: Omit<ComponentProps<typeof Button>, 'type' | 'disabled'>) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <Button {...props} type="button" disabled={!isReady} />;
}
