import { type ComponentType, lazy } from 'react';

/** A part of a page that few need. Where it can't be fetched, it isn't there, and the rest of the page is. */
export function late<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load().catch((): ComponentType<Props> => () => null) }));
}
