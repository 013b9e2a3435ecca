'use client';

import { useEffect } from 'react';
import { forgetEverything } from './sealed.ts';

/**
 * On the pages where she has left: the phone keeps nothing of hers any more. `Clear-Site-Data` can't say that of the
 * database alone; it would unregister the service worker, too. `plain.ts` looks for it where there is no run-time.
 */
export function ForgetEverything() {
  useEffect(() => {
    void forgetEverything();
  }, []);
  return <span hidden data-forget="" />;
}
