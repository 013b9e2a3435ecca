import { tellRefusal } from '../refusal/tell-refusal.ts';
import { robotAgainEvent, robotField } from '../robot-check/robot-field.ts';
import { isPlaceGood, pressPlaceButton } from './place-first.ts';
import { newRepeatKey, sendForm } from './send-form.ts';

/** `tick`: the box of the check is not ticked yet. */
type SendingState = 'sending' | 'wait' | 'tick' | 'offline' | 'online' | 'failed';
export type SendingWords = Readonly<Record<SendingState, string>>;

/**
 * Sends the form around `place` (`sending.tsx`) over a bad line: says when there is none, and tries again without asking
 * twice. Gives back what ends it. No framework: pages that come without one send by it, too.
 */
export function startSending(place: HTMLElement): () => void {
  const form = place.closest('form');
  const status = place.querySelector('[role=status]');
  if (!form || !status) return () => undefined;
  const words = JSON.parse(place.dataset['sending'] ?? '') as SendingWords;
  let state: SendingState | 'idle' | 'refused' = 'idle';
  let repeatKey: string | undefined;
  let isBusy = false;

  function show(now: typeof state): void {
    state = now;
    status?.replaceChildren(now === 'idle' || now === 'refused' ? '' : words[now]);
    if (now !== 'refused') tellRefusal(place, null);
  }

  async function send(target: HTMLFormElement): Promise<void> {
    isBusy = true;
    repeatKey ??= newRepeatKey();
    show('sending');
    const sent = await sendForm(target, repeatKey);
    if (sent.kind === 'led') {
      // Still busy: the next page takes its time, and pressing again would ask anew.
      window.location.assign(sent.to);
      return;
    }
    isBusy = false;
    if (sent.kind === 'lost') {
      show(navigator.onLine ? 'failed' : 'offline');
      return;
    }
    repeatKey = undefined;
    show('refused');
    tellRefusal(place, sent.problem);
    // The server may have taken the answer before it came to the refusal.
    target.dispatchEvent(new Event(robotAgainEvent));
  }

  const submit = (event: SubmitEvent) => {
    // A language button sends the form elsewhere, and may.
    if (event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (isBusy) return;
    if (!navigator.onLine) show('offline');
    else if (!isPlaceGood(form)) pressPlaceButton(form);
    else if (robotState(form) === 'working') show('wait');
    else if (isUnticked(form)) show('tick');
    else void send(form);
  };
  const offline = () => show('offline');
  const online = () => {
    if (state === 'offline') show('online');
  };
  // The browser may show this very page again on the way back.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    isBusy = false;
    repeatKey = undefined;
    show('idle');
  };
  window.addEventListener('pageshow', back);
  form.addEventListener('submit', submit);
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  return () => {
    window.removeEventListener('pageshow', back);
    form.removeEventListener('submit', submit);
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
  };
}

function isUnticked(form: HTMLFormElement): boolean {
  return ['untouched', 'expired'].includes(robotState(form) ?? '');
}

function robotState(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>(`input[name="${robotField}"]`)?.dataset['state'];
}
