import { leavePath } from './leave-path.ts';

/** Told to whatever makes a sound: on a slow line the next page takes seconds to come, and this one says nothing meanwhile. */
export const leaving = 'puente-leaving';

/** Nothing more is seen or heard, then another website stands in this page's place: the way back does not lead to it. */
export function leave(): void {
  document.documentElement.hidden = true;
  document.title = '…';
  window.dispatchEvent(new Event(leaving));
  window.location.replace(leavePath);
}
