import type { ComponentProps } from 'react';
import { Button } from './button.tsx';

/**
 * A button that only a script answers. On a slow line it is there long before its script, which sets it free: until then it
 * can be seen to wait, since a tap would be lost without a word.
 */
export function ScriptButton(props: Omit<ComponentProps<typeof Button>, 'type' | 'disabled'>) {
  return <Button {...props} type="button" disabled />;
}
