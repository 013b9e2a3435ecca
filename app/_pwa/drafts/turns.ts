/** One after the other. Whoever looks into the page from outside sees when all that stands in the form is safe. */
export class Turns {
  readonly #form: HTMLFormElement;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  next(act: () => Promise<void>): void {
    this.#waiting += 1;
    this.#form.dataset['draft'] = 'changed';
    this.#last = this.#last.then(act).then(() => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#form.dataset['draft'] = 'kept';
    });
  }

  /** Settles once it is done. */
  async now(act: () => Promise<void>): Promise<void> {
    this.next(act);
    await this.done();
  }

  /** Nothing that stands in the form changes by it. */
  async look(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(act);
    await this.#last;
  }

  async done(): Promise<void> {
    await this.#last;
  }
}
