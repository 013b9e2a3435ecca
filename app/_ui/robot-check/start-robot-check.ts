import { showState } from '../state/state.ts';
import type { VendorWidget } from './hcaptcha.ts';
import { robotAgainEvent, robotField } from './robot-field.ts';
import { fetchTask } from './task.ts';

/** `untouched`, `expired`: a vendor's box waits for her tick. */
export type RobotState = 'working' | 'failed' | 'untouched' | 'expired' | 'done';
/** What the page shows of it: where a vendor brings the check along, other words. */
export type RobotShown = 'working' | 'failed' | 'done' | `vendor-${RobotState}`;

/** A challenge of ours lives for 20 minutes on the server; a vendor says by itself when its tick is too old. */
const freshFor = 18 * 60_000;

/**
 * Works the check of `robot-check.tsx`, and puts its answer into the form around it. Gives back what ends it. No framework:
 * pages that come without one are checked, too.
 */
export function startRobotCheck(place: HTMLElement): () => void {
  const form = place.closest('form');
  const field = place.querySelector<HTMLInputElement>(`input[name="${robotField}"]`);
  const box = place.querySelector<HTMLElement>('[data-robot-box]');
  const status = place.querySelector<HTMLElement>('[role=status]');
  const retryButton = place.querySelector('button');
  if (!form || !field || !box || !status || !retryButton) return () => undefined;
  let isVendors = false;
  let widget: VendorWidget | undefined;
  let hasLeft = false;

  function show(state: RobotState, answer = ''): void {
    if (!field) return;
    field.value = answer;
    field.dataset['state'] = state;
    showState(place, isVendors ? `vendor-${state}` : state);
  }

  async function check(boxHere: HTMLElement): Promise<void> {
    const task = await fetchTask();
    if ('sandbox' in task) {
      show('done', task.sandbox);
    } else if ('vendor' in task) {
      isVendors = true;
      show('working');
      const { showHcaptcha } = await import('./hcaptcha.ts');
      widget?.remove();
      widget = undefined;
      if (hasLeft) return;
      widget = await showHcaptcha(boxHere, task, {
        passed: (answer) => show('done', answer),
        expired: () => show('expired'),
        failed: () => show('failed'),
      });
      show('untouched');
    } else {
      const { solveRobotCheck } = await import('./solve.ts');
      const answer = await solveRobotCheck(task);
      if (answer === null) show('failed');
      else show('done', answer);
    }
  }

  const begin = () => {
    show('working');
    check(box).catch(() => show('failed'));
  };
  // The button goes when it is pressed: the focus would go with it.
  const retry = () => {
    status.focus();
    begin();
  };
  const timer = setInterval(() => widget ?? begin(), freshFor);
  form.addEventListener(robotAgainEvent, begin);
  retryButton.addEventListener('click', retry);
  begin();
  return () => {
    hasLeft = true;
    clearInterval(timer);
    form.removeEventListener(robotAgainEvent, begin);
    retryButton.removeEventListener('click', retry);
  };
}
