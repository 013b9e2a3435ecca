import { sharedLifetime } from '../storage/kinds.ts';
import { forgetEverything, isSharedPhone, type Keeping, keep, tidy } from '../storage/sealed.ts';
import { whoseNow } from '../storage/whose.ts';
import { type Draft, fieldsToKeep, fieldsToPutBack, type Values } from './draft.ts';
import { announce, filesOf, putInto, valuesOf } from './form-values.ts';
import { findDraft, forgetDraft, forgetFiles, forgetTaken, keepFile, putFileBack } from './kept-drafts.ts';

/**
 * What there is to say: something was put back; another tab has newer typing; the phone is full; the browser keeps
 * nothing; the photo has to be chosen again; nobody touched a shared phone, and all of it is gone.
 */
export type DraftNews = 'none' | 'back' | 'elsewhere' | 'full' | 'denied' | 'photo' | 'gone';

type Options = {
  /** The page's path with its query, such as `register/name`: the same in every language. */
  readonly name: string;
  /** As in `Draft`: what the server handed back on this page. */
  readonly over: string;
  /** Something was wrong with what was sent: the file may be it, and is kept no longer. */
  readonly isRefused: boolean;
  readonly tell: (news: DraftNews) => void;
};

/** Bytes, as `server/presence/photo.ts` takes them. */
const largestFile = 10 * 1024 * 1024;

/**
 * Keeps what is typed into a form from the first letter on, and puts it back when the page is opened again. Each change is
 * kept at once: a phone that kills a page gives it no time.
 */
export class DraftKeeper {
  readonly #form: HTMLFormElement;
  readonly #options: Options;
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('');
  readonly #came: Values;
  readonly #listening = new AbortController();
  /** What the draft holds, and the same as text. */
  #kept: Values | null = null;
  #files: Draft['files'] = {};
  #saved = contentOf(null, {});
  /** The other tab's draft that this one knows of. */
  #seen = '';
  #whose: string | undefined;
  #isPuttingBack = false;
  #isUnkept = false;
  /** One after the other; what is typed meanwhile goes with the one that waits. */
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;
  #isSaveWaiting = false;
  #isShared = false;
  #touchedAt = Date.now();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, options: Options) {
    this.#form = form;
    this.#options = options;
    this.#came = valuesOf(form, 'came');
    this.#next(() => this.#load());
    const { signal } = this.#listening;
    form.addEventListener('input', this.#save, { signal });
    form.addEventListener('change', this.#save, { signal });
    form.addEventListener('change', this.#pick, { signal });
    document.addEventListener('visibilitychange', this.#look, { signal });
    window.addEventListener('focus', this.#look, { signal });
  }

  stop(): void {
    this.#listening.abort();
    clearTimeout(this.#idle);
  }

  /** Back to what the page came with. */
  async empty(): Promise<void> {
    this.#byOurselves(() => {
      this.#form.reset();
      filesOf(this.#form).forEach(announce);
    });
    await this.#turn;
    this.#files = {};
    this.#kept = null;
    this.#saved = contentOf(null, {});
    await forgetDraft(this.#options.name);
    this.#options.tell('none');
  }

  /** What the other tab has, in the place of what stands here. */
  async showNewer(): Promise<void> {
    await this.#turn;
    const found = await findDraft(this.#options.name);
    this.#options.tell('none');
    if (!found) return;
    this.#files = found.draft.files;
    await this.#putBack(found.draft, found.draft.fields);
  }

  async #load(): Promise<void> {
    this.#whose = await whoseNow();
    this.#isShared = await isSharedPhone();
    await tidy();
    await forgetTaken();
    if (this.#options.isRefused) await forgetFiles(this.#options.name);
    const found = await findDraft(this.#options.name);
    if (found) {
      this.#seen = found.stamp;
      this.#kept = found.draft.fields;
      this.#saved = contentOf(this.#kept, found.draft.files);
      this.#files = this.#options.isRefused ? {} : found.draft.files;
      await this.#putBack(found.draft, fieldsToPutBack(this.#page(), found.draft));
    }
    // What was typed before this script came.
    await this.#saveNow();
    this.#touch();
  }

  #page() {
    return { came: this.#came, now: valuesOf(this.#form, 'now'), over: this.#options.over };
  }

  async #putBack(draft: Draft, values: Values): Promise<void> {
    const before = contentOf(this.#page().now, {});
    this.#byOurselves(() => putInto(this.#form, values));
    // A list in another language may not have what was chosen.
    const isChanged = contentOf(this.#page().now, {}) !== before;
    const isBack = await Promise.all(filesOf(this.#form).map((input) => putFileBack(this.#options.name, input, draft)));
    this.#byOurselves(() => filesOf(this.#form).forEach((input, index) => isBack[index] && announce(input)));
    if (isBack.includes(false)) this.#options.tell('photo');
    else if (isBack.includes(true) || isChanged) this.#options.tell('back');
  }

  /** What we do to the fields is no typing, though other scripts hear of it. */
  #byOurselves(act: () => void): void {
    this.#isPuttingBack = true;
    act();
    this.#isPuttingBack = false;
  }

  readonly #save = () => {
    if (this.#isPuttingBack) return;
    this.#touch();
    if (this.#isSaveWaiting) return;
    this.#isSaveWaiting = true;
    this.#next(async () => {
      this.#isSaveWaiting = false;
      await this.#saveNow();
    });
  };

  /** Whoever looks into the page from outside sees when all that stands in it is safe. */
  #next(act: () => Promise<void>): void {
    this.#waiting += 1;
    this.#form.dataset['draft'] = 'changed';
    this.#turn = this.#turn.then(act).then(() => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#form.dataset['draft'] = 'kept';
    });
  }

  async #saveNow(): Promise<void> {
    const fields = fieldsToKeep(this.#page(), this.#kept);
    const content = contentOf(fields, this.#files);
    // Somebody else signed in, or she signed out, in another tab: what stands here is not the next one's.
    if (content === this.#saved || (await whoseNow()) !== this.#whose) return;
    this.#saved = content;
    this.#kept = fields;
    if (fields === null && Object.keys(this.#files).length === 0) {
      await forgetDraft(this.#options.name);
      return;
    }
    const draft: Draft = { tab: this.#tab, over: this.#options.over, fields: fields ?? {}, files: this.#files };
    this.#hear(await keep('draft', this.#options.name, draft));
  }

  #hear(done: Keeping): void {
    if (!done.ok) this.#options.tell(done.error.kind);
    else if (this.#isUnkept) this.#options.tell('none');
    this.#isUnkept = !done.ok;
    if (!done.ok) this.#saved = '';
  }

  readonly #pick = (event: Event) => {
    const input = event.target;
    if (this.#isPuttingBack || !(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const file = input.files?.[0];
    this.#next(async () => {
      const { [input.name]: _, ...others } = this.#files;
      this.#files = others;
      if (file && file.size <= largestFile) {
        const done = await keepFile(this.#options.name, input.name, file);
        this.#hear(done);
        if (done.ok) this.#files = { ...others, [input.name]: { name: file.name, type: file.type } };
        // Another picture may have the same name.
        this.#saved = '';
      }
      await this.#saveNow();
    });
  };

  /** On a shared phone: what stands on a page that nobody touches is there for the next one to read. */
  #touch(): void {
    if (!this.#isShared) return;
    this.#touchedAt = Date.now();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#leaveAlone(), sharedLifetime);
  }

  async #leaveAlone(): Promise<void> {
    await this.empty();
    await forgetEverything();
    this.#options.tell('gone');
  }

  readonly #look = () => {
    if (document.visibilityState === 'hidden') {
      this.#save();
      return;
    }
    // A timer sleeps with the phone.
    if (this.#isShared && Math.abs(Date.now() - this.#touchedAt) > sharedLifetime) {
      void this.#leaveAlone();
      return;
    }
    this.#turn = this.#turn.then(async () => {
      const found = await findDraft(this.#options.name);
      if (!found || found.draft.tab === this.#tab || found.stamp === this.#seen) return;
      this.#seen = found.stamp;
      this.#options.tell('elsewhere');
    });
  };
}

function contentOf(fields: Values | null, files: Draft['files']): string {
  return JSON.stringify([fields, files]);
}
