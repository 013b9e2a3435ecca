import type { Values } from './draft.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Never kept, whatever the form: what opens something, what the page put there itself, and what a program answered. */
const typesWithoutDraft = ['hidden', 'password', 'submit', 'button', 'file'];
/** hCaptcha answers into textareas that nobody sees, one of them under its rival's name. */
const namesWithoutDraft = ['h-captcha-response', 'g-recaptcha-response'];

/** What stands in the form's fields now, or what the page came with. */
export function valuesOf(form: HTMLFormElement, which: 'now' | 'came'): Values {
  const values: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    const isOneOfMany = field.type === 'radio' || field.type === 'checkbox';
    const isMarked = isOneOfMany && isChecked(field as HTMLInputElement, which);
    if (!isOneOfMany) values[field.name] = textOf(field, which);
    else if (isMarked || values[field.name] === undefined) values[field.name] = isMarked ? field.value : '';
  }
  return values;
}

/** Scripts that watch a field hear of it as of something typed. */
export function putInto(form: HTMLFormElement, values: Values): void {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.type === 'radio' || field.type === 'checkbox')
      (field as HTMLInputElement).checked = field.value === value;
    else if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value))
      field.value = value;
    announce(field);
  }
}

export function announce(field: HTMLElement): void {
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

export function filesOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
}

function fieldsOf(form: HTMLFormElement): readonly Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '' &&
      !typesWithoutDraft.includes(element.type) &&
      !namesWithoutDraft.includes(element.name),
  );
}

function isChecked(field: HTMLInputElement, which: 'now' | 'came'): boolean {
  return which === 'now' ? field.checked : field.defaultChecked;
}

function textOf(field: Field, which: 'now' | 'came'): string {
  if (which === 'now') return field.value;
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}
