/**
 * What there may be to say: something was put back; another tab has newer typing; there is other typing beside what stands
 * here; she has to type her PIN before she sees it; the phone is full; the browser keeps nothing; a script that keeps it did
 * not come; the photo has to be chosen again; nobody touched a shared phone, and all of it is gone.
 */
export type DraftNews = 'back' | 'elsewhere' | 'older' | 'closed' | 'full' | 'denied' | 'no-line' | 'photo' | 'gone';

/** Those that hold now. */
export type DraftTold = Readonly<Partial<Record<DraftNews, boolean>>>;

/** One thing to say never takes the place of another: each holds until it holds no more. */
export class DraftSayings {
  readonly #tell: (told: DraftTold) => void;
  now: DraftTold = {};

  constructor(tell: (told: DraftTold) => void) {
    this.#tell = tell;
  }

  say(told: DraftTold): void {
    const next = { ...this.now, ...told };
    const isNew = (Object.keys(told) as DraftNews[]).some((news) => Boolean(told[news]) !== Boolean(this.now[news]));
    this.now = next;
    if (isNew) this.#tell(next);
  }

  /** Nothing at all. */
  end(): void {
    this.now = {};
    this.#tell({});
  }
}
