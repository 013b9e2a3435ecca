import { err, ok, type Result } from '#core/result.ts';
import { partOf } from '../../_ui/state/part-of.ts';
import { showState } from '../../_ui/state/state.ts';
import type { StorageFailure } from '../storage/database.ts';
import { pinState } from '../storage/sealed.ts';
import { startPinQuestion } from './start-pin-question.ts';
import { withPin } from './with-pin.ts';

export type PinChosen = 'looking' | 'never' | 'on' | 'already' | 'off';

type Chosen = Result<undefined, Readonly<{ kind: 'format' | 'differs' | 'has-pin' }> | StorageFailure>;
type Wrong = { readonly field: 'new' | 'again'; readonly what: (typeof sentences)[keyof typeof sentences] };

const sentences = {
  format: 'format',
  differs: 'differs',
  full: 'full',
  // A browser that keeps nothing is offered no PIN.
  denied: 'full',
  'no-line': 'noLine',
} as const;

/** Has her choose a PIN, or turn hers off, in `place` (`pin-choice.tsx`). Gives back what ends it. */
export function startPinChoice(place: HTMLElement, onRemoved: () => void): () => void {
  const status = place.querySelector<HTMLElement>('[role=status]');
  const form = partOf(place, 'pin-new');
  const show = form.querySelector<HTMLInputElement>('[type=checkbox]');
  const button = form.querySelector('button');
  const remove = partOf(place, 'pin-remove');
  const notRemoved = partOf(place, 'pin-not-removed');
  const fields = { new: fieldOf(form, 'new'), again: fieldOf(form, 'again') };
  const text = button?.textContent ?? '';
  let isBusy = false;
  let endAsking: (() => void) | undefined;

  function set(state: PinChosen): void {
    showState(place, state);
    endAsking?.();
    const isOn = state === 'on' || state === 'already';
    endAsking = isOn ? startPinQuestion(partOf(place, 'pin-question'), { act: turnOff, onRight }) : undefined;
  }
  const onRight = () => changed('off');

  function changed(to: PinChosen): void {
    tell(null);
    if (show) show.checked = false;
    hideOrShow();
    for (const { input } of Object.values(fields)) input.value = '';
    set(to);
    // What she pressed goes: the focus would be at the top of the page.
    status?.focus();
  }

  function tell(wrong: Wrong | null): void {
    for (const [name, { input, hint, problem }] of Object.entries(fields)) {
      const sentence = wrong?.field === name ? (form.dataset[wrong.what] ?? '') : '';
      problem.textContent = sentence;
      problem.hidden = sentence === '';
      hint.hidden = sentence !== '' || hint.textContent === '';
      problem.parentElement?.toggleAttribute('data-bad', sentence !== '');
      if (sentence === '') input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    }
    if (wrong) fields[wrong.field].input.focus();
  }

  async function choose(): Promise<void> {
    if (isBusy) return;
    // On a slow phone a PIN takes a second or two.
    isBusy = true;
    button?.replaceChildren(`${text}…`);
    // A reader says the same sentence again only when it comes again.
    tell(null);
    const done = await withPin(async ({ readPin, setPin }): Promise<Chosen> => {
      const pin = readPin(fields.new.input.value);
      if (pin === null) return err({ kind: 'format' });
      return pin === readPin(fields.again.input.value) ? setPin(pin) : err({ kind: 'differs' });
    }).finally(() => {
      isBusy = false;
      button?.replaceChildren(text);
    });
    if (done.ok) changed('on');
    else if (done.error.kind === 'has-pin') changed('already');
    else tell({ field: done.error.kind === 'differs' ? 'again' : 'new', what: sentences[done.error.kind] });
  }

  async function forget(): Promise<void> {
    notRemoved.hidden = true;
    const done = await withPin(async (part) => {
      await part.removePin();
      return ok(undefined);
    });
    notRemoved.hidden = done.ok;
    if (!done.ok) return;
    changed('off');
    onRemoved();
  }

  const hideOrShow = () => {
    for (const { input } of Object.values(fields)) input.type = show?.checked ? 'text' : 'password';
  };
  const press = () => void choose();
  const pressRemove = () => void forget();
  const type = ({ key, target }: KeyboardEvent) => {
    if (key === 'Enter' && (target === fields.new.input || target === fields.again.input)) press();
  };
  button?.addEventListener('click', press);
  remove.addEventListener('click', pressRemove);
  show?.addEventListener('change', hideOrShow);
  form.addEventListener('keydown', type);
  void pinState().then((found) => set(found === 'none' ? 'never' : 'on'));
  return () => {
    endAsking?.();
    button?.removeEventListener('click', press);
    remove.removeEventListener('click', pressRemove);
    show?.removeEventListener('change', hideOrShow);
    form.removeEventListener('keydown', type);
  };
}

async function turnOff(typed: string) {
  return withPin(async (part) => part.turnPinOff(typed));
}

function fieldOf(form: HTMLElement, name: Wrong['field']) {
  const found = {
    input: form.querySelector<HTMLInputElement>(`#pin-${name}`),
    hint: form.querySelector<HTMLElement>(`#pin-${name}-hint`),
    problem: form.querySelector<HTMLElement>(`#pin-${name}-problem`),
  };
  const { input, hint, problem } = found;
  if (!input || !hint || !problem) throw new Error(`expected the field ${name}, found none in ${form.outerHTML}`);
  return { input, hint, problem };
}
