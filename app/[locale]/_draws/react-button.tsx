import { type ComponentProps, useSyncExternalStore } from 'react';
import { Button } from '#app/_ui/button/button.tsx';

const never = () => () => {};

/** A `ScriptButton` whose script is React's: it can be seen to wait until then, since a tap would be lost without a word. */
export function ReactButton(props: Omit<ComponentProps<typeof Button>, 'type' | 'disabled'>) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <Button {...props} type="button" disabled={!isReady} />;
}
