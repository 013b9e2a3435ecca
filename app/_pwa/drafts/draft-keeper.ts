import {
  closePin,
  forgetEverything,
  isSharedPhone,
  type Keeping,
  keep,
  pinState,
  tidy,
  touchPin,
} from '../storage/sealed.ts';
import { whoseNow } from '../storage/whose.ts';
import { contentOf, type Draft, fieldsToKeep, fieldsToPutBack, type Values } from './draft.ts';
import type { DraftNews } from './draft-news.ts';
import { FilledForm } from './filled-form.ts';
import {
  type FoundDraft,
  findDrafts,
  forgetDraft,
  forgetFiles,
  forgetPage,
  forgetTaken,
  keepFile,
  nameBeside,
} from './kept-drafts.ts';
import { Turns } from './turns.ts';
import { Untouched } from './untouched.ts';

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

const nothing = contentOf({ fields: null, files: {} });

/**
 * Keeps what is typed into a form from the first letter on, and puts it back when the page is opened again. Each change is
 * kept at once: a phone that kills a page gives it no time.
 */
export class DraftKeeper {
  readonly #form: FilledForm;
  readonly #turns: Turns;
  readonly #options: Options;
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('');
  readonly #came: Values;
  readonly #listening = new AbortController();
  /** Under which what is typed here is kept: the page's own, or one beside what only a PIN opens. */
  #name: string;
  /** What the draft holds, and the same as text. */
  #kept: Values | null = null;
  #files: Draft['files'] = {};
  #saved = nothing;
  /** Drafts of other tabs that this one knows of. */
  #seen: readonly string[] = [];
  #older: readonly FoundDraft[] = [];
  #whose: string | undefined;
  #isUnkept = false;
  /** What is typed meanwhile goes with the one that waits. */
  #isSaveWaiting = false;
  #isShared = false;
  #untouched: Untouched | undefined;
  #isClosed = false;
  #timesClosed = 0;

  constructor(form: HTMLFormElement, options: Options) {
    this.#form = new FilledForm(form);
    this.#turns = new Turns(form);
    this.#options = options;
    this.#name = options.name;
    this.#came = this.#form.values('came');
    this.#turns.next(() => this.#load());
    const { signal } = this.#listening;
    form.addEventListener('input', this.#save, { signal });
    form.addEventListener('change', this.#save, { signal });
    form.addEventListener('change', this.#pick, { signal });
    document.addEventListener('visibilitychange', this.#look, { signal });
    window.addEventListener('focus', this.#look, { signal });
  }

  stop(): void {
    this.#listening.abort();
  }

  /** Back to what the page came with. */
  async empty(): Promise<void> {
    this.#form.reset();
    await this.#turns.done();
    this.#begin();
    await forgetPage(this.#options.name);
    this.#options.tell('none');
  }

  /** What the other tab has, in the place of what stands here. */
  async showNewer(): Promise<void> {
    await this.#turns.done();
    const found = await findDrafts(this.#options.name);
    this.#options.tell('none');
    if (found !== 'closed' && found[0]) await this.#show(found[0], found[0].draft.fields);
  }

  /** What stands here stays on the phone, too, until the form has arrived. */
  async showOlder(): Promise<void> {
    await this.#turns.done();
    const [next, ...others] = this.#older;
    this.#older = others;
    this.#options.tell('none');
    if (!next) return;
    this.#form.reset();
    await this.#show(next, next.draft.fields);
  }

  /** Her PIN was right. */
  async opened(): Promise<void> {
    this.#options.tell('none');
    this.#turns.next(() => this.#takeUp());
    await this.#turns.done();
  }

  /** What she typed here before goes, unseen; what she typed since stays. */
  async removeClosed(): Promise<void> {
    await this.#turns.done();
    await forgetPage(this.#options.name, this.#name);
    this.#isClosed = false;
    this.#options.tell('none');
  }

  async #load(): Promise<void> {
    this.#whose = await whoseNow();
    this.#isShared = await isSharedPhone();
    await tidy();
    await forgetTaken();
    await this.#takeUp();
  }

  async #takeUp(): Promise<void> {
    await this.#putNewestBack();
    // What was typed before this script came.
    await this.#saveNow();
  }

  /** Of what there is. While only her PIN opens it, what she types is kept beside it. */
  async #putNewestBack(): Promise<void> {
    const { name, isRefused, tell } = this.#options;
    const hasPin = (await pinState()) !== 'none';
    if (hasPin || this.#isShared)
      this.#untouched ??= new Untouched({
        signal: this.#listening.signal,
        touched: () => hasPin && void touchPin(),
        left: this.#leaveAlone,
      });
    const found = await findDrafts(name);
    this.#isClosed = found === 'closed';
    if (found === 'closed') {
      this.#name = nameBeside(name, `${this.#tab}.${this.#timesClosed}`);
      tell('closed');
      return;
    }
    const [newest, ...older] = found;
    this.#seen = found.map(({ stamp }) => stamp);
    if (!newest) return;
    const isRefusedOne = isRefused && newest.draft.tab !== this.#tab;
    if (isRefusedOne) await forgetFiles(newest.name);
    await this.#show(newest, fieldsToPutBack(this.#page(), newest.draft));
    if (isRefusedOne) this.#files = {};
    this.#older = older.filter(({ draft }) => contentOf(draft) !== contentOf(newest.draft));
    if (this.#older.length > 0) tell('older');
  }

  async #show(found: FoundDraft, values: Values): Promise<void> {
    const { name, draft, stamp } = found;
    this.#name = name;
    this.#seen = [...this.#seen, stamp];
    this.#kept = draft.fields;
    this.#saved = contentOf(draft);
    this.#files = draft.files;
    const news = await this.#form.putBack(found, values);
    if (news !== 'none') this.#options.tell(news);
  }

  #page() {
    return { came: this.#came, now: this.#form.values('now'), over: this.#options.over };
  }

  readonly #save = () => {
    if (this.#form.isFilling || this.#isSaveWaiting) return;
    this.#isSaveWaiting = true;
    this.#turns.next(async () => {
      this.#isSaveWaiting = false;
      await this.#saveNow();
    });
  };

  async #saveNow(): Promise<void> {
    const fields = fieldsToKeep(this.#page(), this.#kept);
    const content = contentOf({ fields, files: this.#files });
    // Somebody else signed in, or she signed out, in another tab: what stands here is not the next one's.
    if (content === this.#saved || (await whoseNow()) !== this.#whose) return;
    this.#saved = content;
    this.#kept = fields;
    if (fields === null && Object.keys(this.#files).length === 0) {
      await forgetDraft(this.#name);
      return;
    }
    const draft: Draft = { tab: this.#tab, over: this.#options.over, fields: fields ?? {}, files: this.#files };
    this.#hear(await keep('draft', this.#name, draft));
  }

  #hear(done: Keeping): void {
    if (!done.ok) this.#options.tell(done.error.kind);
    else if (this.#isUnkept) this.#options.tell(this.#isClosed ? 'closed' : 'none');
    this.#isUnkept = !done.ok;
    if (!done.ok) this.#saved = '';
  }

  readonly #pick = (event: Event) => {
    const input = event.target;
    if (this.#form.isFilling || !(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const file = input.files?.[0];
    this.#turns.next(async () => {
      const { [input.name]: _, ...others } = this.#files;
      this.#files = others;
      if (file && file.size <= largestFile) {
        const done = await keepFile(this.#name, input.name, file);
        this.#hear(done);
        if (done.ok) this.#files = { ...others, [input.name]: { name: file.name, type: file.type } };
        // Another picture may have the same name.
        this.#saved = '';
      }
      await this.#saveNow();
    });
  };

  readonly #leaveAlone = () => {
    if (this.#isShared) void this.#forgetAll();
    else this.#turns.next(() => this.#close());
  };

  async #forgetAll(): Promise<void> {
    await this.empty();
    await forgetEverything();
    this.#options.tell('gone');
  }

  async #close(): Promise<void> {
    const fields = fieldsToKeep(this.#page(), this.#kept);
    // It is nowhere but here.
    if (contentOf({ fields, files: this.#files }) !== this.#saved || this.#form.hasOtherFile(this.#files)) return;
    await closePin();
    this.#timesClosed += 1;
    this.#form.reset();
    this.#begin();
    await this.#takeUp();
  }

  /** As if the page had been opened anew. */
  #begin(): void {
    this.#name = this.#options.name;
    this.#files = {};
    this.#kept = null;
    this.#saved = nothing;
  }

  readonly #look = () => {
    if (document.visibilityState === 'hidden') {
      this.#save();
      return;
    }
    if (this.#untouched?.isLong()) {
      this.#leaveAlone();
      return;
    }
    void this.#turns.look(async () => {
      const found = await findDrafts(this.#options.name);
      const newest = found === 'closed' ? undefined : found[0];
      if (!newest || newest.draft.tab === this.#tab || this.#seen.includes(newest.stamp)) return;
      this.#seen = [...this.#seen, newest.stamp];
      this.#options.tell('elsewhere');
    });
  };
}
