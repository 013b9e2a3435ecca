import { leave } from './leave.ts';
import { leavePath } from './leave-path.ts';
import { type Presses, pressed } from './presses.ts';

/** Has the link, and Escape three times, hide the page before they lead away. Gives back what ends it. */
export function startQuickExit(): () => void {
  let presses: Presses = [];
  const count = ({ key, timeStamp, repeat, isComposing }: KeyboardEvent) => {
    // A key held down, or one that ends the writing of a sign, is none.
    if (repeat || isComposing) return;
    const now = pressed(presses, key, timeStamp);
    presses = now.presses;
    if (now.leaves) leave();
  };
  const press = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest(`a[href="${leavePath}"]`)) return;
    event.preventDefault();
    leave();
  };
  document.addEventListener('keydown', count);
  document.addEventListener('click', press);
  return () => {
    document.removeEventListener('keydown', count);
    document.removeEventListener('click', press);
  };
}
