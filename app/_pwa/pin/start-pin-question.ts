import { fillIn } from '../../_ui/refusal/refusal-words.ts';
import type { PinAnswer, PinFailure } from '../storage/pin.ts';

type Options = {
  /** What her PIN is for. */
  readonly act: (typed: string) => Promise<PinAnswer>;
  readonly onRight: () => void;
};

/**
 * Has the question of `pin-question.tsx` in `place` answer: says what is wrong with a PIN, or goes on. Gives back what ends
 * it; then nothing stands in it any more. No framework: forms that come without one open by a PIN, too.
 */
export function startPinQuestion(place: HTMLElement, { act, onRight }: Options): () => void {
  const field = place.querySelector<HTMLInputElement>('[data-pin]');
  const show = place.querySelector<HTMLInputElement>('[data-pin-show]');
  const button = place.querySelector<HTMLElement>('[data-pin-button]');
  const problem = place.querySelector<HTMLElement>('[data-pin-wrong]');
  if (!field || !show || !button || !problem) throw new Error(`expected the question for a PIN in ${place.outerHTML}`);
  const text = button.textContent;
  let isBusy = false;

  function tell(sentence: string): void {
    problem?.replaceChildren(sentence);
    problem?.toggleAttribute('hidden', sentence === '');
    problem?.parentElement?.toggleAttribute('data-bad', sentence !== '');
    if (sentence === '') field?.removeAttribute('aria-invalid');
    else field?.setAttribute('aria-invalid', 'true');
  }

  async function answer(): Promise<void> {
    if (isBusy) return;
    // On a slow phone a PIN takes a second or two.
    isBusy = true;
    // A reader says the same sentence again only when it comes again.
    tell('');
    button?.replaceChildren(`${text}…`);
    const answered = await act(field?.value ?? '').finally(() => {
      isBusy = false;
      button?.replaceChildren(text);
    });
    if (answered.ok) {
      onRight();
      return;
    }
    tell(sentenceOf(problem?.dataset ?? {}, answered.error));
    field?.focus();
  }
  const press = () => void answer();
  const type = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') press();
  };
  const change = () => {
    field.type = show.checked ? 'text' : 'password';
  };

  button.addEventListener('click', press);
  field.addEventListener('keydown', type);
  show.addEventListener('change', change);
  return () => {
    button.removeEventListener('click', press);
    field.removeEventListener('keydown', type);
    show.removeEventListener('change', change);
    field.value = '';
    show.checked = false;
    change();
    tell('');
  };
}

function sentenceOf(
  { pinWrong = '', pinWait = '', pinFull = '', pinNoLine = '' }: DOMStringMap,
  failure: PinFailure,
): string {
  switch (failure.kind) {
    case 'wrong':
      return pinWrong;
    case 'wait':
      return fillIn(pinWait, { minutes: failure.minutes }) ?? pinWrong;
    // A browser that keeps nothing had no PIN to ask for.
    case 'full':
    case 'denied':
      return pinFull;
    case 'no-line':
      return pinNoLine;
  }
}
