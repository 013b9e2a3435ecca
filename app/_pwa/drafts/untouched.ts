import { sharedLifetime } from '../storage/kinds.ts';

type Options = {
  readonly signal: AbortSignal;
  readonly touched: () => void;
  /** Nobody has touched the page for ten minutes: what stands on it is there for the next one to read. */
  readonly left: () => void;
};

/** Waits for the moment when a page was left alone. */
export class Untouched {
  readonly #options: Options;
  #at = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { signal } = options;
    for (const touch of ['input', 'keydown', 'pointerdown'])
      document.addEventListener(touch, this.#touch, { signal, passive: true });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#touch();
  }

  /** A timer sleeps with the phone. */
  isLong(): boolean {
    return Math.abs(Date.now() - this.#at) > sharedLifetime;
  }

  readonly #touch = () => {
    this.#at = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#options.left, sharedLifetime);
    this.#options.touched();
  };
}
