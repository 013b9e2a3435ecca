import type { Draft, Values } from './draft.ts';
import { announce, filesOf, putInto, valuesOf } from './form-values.ts';
import { type FoundDraft, putFileBack } from './kept-drafts.ts';

/** A form that we fill in ourselves: what we do to its fields is no typing, though other scripts hear of it. */
export class FilledForm {
  readonly #form: HTMLFormElement;
  isFilling = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  values(which: 'now' | 'came'): Values {
    return valuesOf(this.#form, which);
  }

  /** `back`: something stands there that did not; `photo`: all but the photo. */
  async putBack({ name, draft }: FoundDraft, values: Values): Promise<'none' | 'back' | 'photo'> {
    const before = JSON.stringify(this.values('now'));
    this.#byOurselves(() => putInto(this.#form, values));
    // A list in another language may not have what was chosen.
    const isChanged = JSON.stringify(this.values('now')) !== before;
    const files = filesOf(this.#form);
    const isBack = await Promise.all(files.map((input) => putFileBack(name, input, draft)));
    this.#byOurselves(() => files.forEach((input, index) => isBack[index] && announce(input)));
    if (isBack.includes(false)) return 'photo';
    return isBack.includes(true) || isChanged ? 'back' : 'none';
  }

  /** To what the page came with. */
  reset(): void {
    this.#byOurselves(() => {
      this.#form.reset();
      filesOf(this.#form).forEach(announce);
    });
  }

  /** Where a file is chosen that isn't among these. */
  otherFiles(files: Draft['files']): readonly HTMLInputElement[] {
    return filesOf(this.#form).filter((input) => input.files?.length && !files[input.name]);
  }

  #byOurselves(act: () => void): void {
    this.isFilling = true;
    act();
    this.isFilling = false;
  }
}
