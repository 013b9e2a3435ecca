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
import { ChosenFiles } from './chosen-files.ts';
import { contentOf, type Draft, fieldsToKeep, fieldsToPutBack, type Values } from './draft.ts';
import { DraftSayings, type DraftTold } from './draft-news.ts';
import { FilledForm } from './filled-form.ts';
import {
  type FoundDraft,
  findDrafts,
  forgetDraft,
  forgetFiles,
  forgetPage,
  forgetTaken,
  nameBeside,
} from './kept-drafts.ts';
import { OtherDrafts } from './other-drafts.ts';
import { isPageAgain } from './page-again.ts';
import { Turns } from './turns.ts';
import { Untouched } from './untouched.ts';

type Options = {
  /** The page's path with its query, such as `register/name`: the same in every language. */
  readonly name: string;
  /** As in `Draft`: what the server handed back on this page. */
  readonly over: string;
  /** Something was wrong with what was sent: the file may be it, and is kept no longer. */
  readonly isRefused: boolean;
  readonly tell: (told: DraftTold) => void;
};

const nothing = contentOf({ fields: null, files: {} });

/**
 * Keeps what is typed into a form from the first letter on, and puts it back when the page is opened again. Each change is
 * kept at once: a phone that kills a page gives it no time.
 */
export class DraftKeeper {
  readonly #form: FilledForm;
  readonly #turns: Turns;
  readonly #options: Options;
  readonly #sayings: DraftSayings;
  readonly #others: OtherDrafts;
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('');
  readonly #came: Values;
  readonly #listening = new AbortController();
  /** Under which what is typed here is kept: the page's own, or one beside what only a PIN opens. */
  #name: string;
  /** What the draft holds, and the same as text. */
  #kept: Values | null = null;
  readonly #files = new ChosenFiles();
  #saved = nothing;
  /** Drafts of other tabs that this one knows of. */
  #seen: readonly string[] = [];
  #whose: string | undefined;
  /** What is typed meanwhile goes with the one that waits. */
  #isSaveWaiting = false;
  #isShared = false;
  #untouched: Untouched | undefined;
  #timesClosed = 0;

  constructor(form: HTMLFormElement, options: Options) {
    this.#form = new FilledForm(form);
    this.#turns = new Turns(form);
    this.#options = options;
    this.#sayings = new DraftSayings(options.tell);
    this.#others = new OtherDrafts(options.name, (older) => this.#sayings.say({ older }));
    this.#name = options.name;
    this.#came = this.#form.values('came');
    this.#turns.next(() => this.#load());
    const { signal } = this.#listening;
    form.addEventListener('input', this.#save, { signal });
    form.addEventListener('change', this.#save, { signal });
    form.addEventListener('change', this.#pick, { signal });
    document.addEventListener('visibilitychange', this.#look, { signal });
    window.addEventListener('focus', this.#look, { signal });
    window.addEventListener('pageshow', this.#comeBack, { signal });
    // Where a script was missing that keeps it.
    window.addEventListener('online', this.#save, { signal });
  }

  stop(): void {
    this.#listening.abort();
  }

  /** Back to what the page came with. What else she wrote stays, and is offered. */
  async empty(): Promise<void> {
    const gone = this.#saved;
    this.#form.reset();
    await this.#turns.now(async () => {
      this.#begin();
      await this.#others.remove(this.#name, gone);
    });
  }

  /** What the other tab has, in the place of what stands here. */
  async showNewer(): Promise<void> {
    this.#sayings.say({ elsewhere: false });
    await this.#turns.now(async () => {
      const found = await findDrafts(this.#options.name);
      if (found === 'closed' || !found[0]) return;
      await this.#show(found[0], found[0].draft.fields);
      this.#others.are(found, this.#saved);
    });
  }

  /** What stands here stays on the phone, too, until the form has arrived, and comes again after all others. */
  async showOlder(): Promise<void> {
    await this.#turns.now(async () => {
      const next = await this.#others.next(this.#name);
      if (!next) return;
      this.#form.reset();
      await this.#show(next, next.draft.fields);
    });
  }

  /** Her PIN was right. */
  async opened(): Promise<void> {
    this.#sayings.say({ closed: false });
    await this.#turns.now(() => this.#takeUp());
  }

  /** What she typed here before goes, unseen; what she typed since stays. */
  async removeClosed(): Promise<void> {
    await this.#turns.done();
    await forgetPage(this.#options.name, this.#name);
    this.#sayings.say({ closed: false });
  }

  async #load(): Promise<void> {
    this.#whose = await whoseNow();
    this.#isShared = await isSharedPhone();
    await tidy();
    await forgetTaken();
    await this.#takeUp();
    // The browser put it there by itself, for whoever went back.
    if (this.#sayings.now.closed && this.#saved !== nothing && isPageAgain()) await this.#close();
  }

  async #takeUp(): Promise<void> {
    await this.#putNewestBack();
    // What was typed, or chosen, before this script came.
    for (const input of this.#form.otherFiles(this.#files.now)) await this.#keepFileOf(input);
    await this.#saveNow();
  }

  /** Of what there is. While only her PIN opens it, what she types is kept beside it. */
  async #putNewestBack(): Promise<void> {
    const { name, isRefused } = this.#options;
    const hasPin = (await pinState()) !== 'none';
    if (hasPin || this.#isShared)
      this.#untouched ??= new Untouched({
        signal: this.#listening.signal,
        touched: () => hasPin && void touchPin(),
        left: this.#leaveAlone,
      });
    const found = await findDrafts(name);
    this.#sayings.say({ closed: found === 'closed' });
    if (found === 'closed') {
      this.#name = nameBeside(name, `${this.#tab}.${this.#timesClosed}`);
      return;
    }
    const [newest] = found;
    this.#seen = found.map(({ stamp }) => stamp);
    if (!newest) return;
    const isRefusedOne = isRefused && newest.draft.tab !== this.#tab;
    if (isRefusedOne) await forgetFiles(newest.name);
    await this.#show(newest, fieldsToPutBack(this.#page(), newest.draft));
    if (isRefusedOne) this.#files.now = {};
    this.#others.are(found, contentOf(newest.draft));
  }

  async #show(found: FoundDraft, values: Values): Promise<void> {
    const { name, draft, stamp } = found;
    this.#name = name;
    this.#seen = [...this.#seen, stamp];
    this.#kept = draft.fields;
    this.#saved = contentOf(draft);
    this.#files.now = draft.files;
    const isBack = await this.#form.putBack(found, values);
    if (isBack !== 'none') this.#sayings.say({ back: isBack === 'back', photo: isBack === 'photo' });
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
    const content = contentOf({ fields, files: this.#files.now });
    // Somebody else signed in, or she signed out, in another tab: what stands here is not the next one's.
    if (content === this.#saved || (await whoseNow()) !== this.#whose) return;
    this.#saved = content;
    this.#kept = fields;
    if (fields === null && Object.keys(this.#files.now).length === 0) {
      await forgetDraft(this.#name);
      return;
    }
    const draft: Draft = { tab: this.#tab, over: this.#options.over, fields: fields ?? {}, files: this.#files.now };
    this.#hear(await keep('draft', this.#name, draft));
  }

  #hear(done: Keeping): void {
    const kept = { full: false, denied: false, 'no-line': false };
    this.#sayings.say(done.ok ? kept : { ...kept, [done.error.kind]: true });
    if (!done.ok) this.#saved = '';
  }

  readonly #pick = ({ target }: Event) => {
    if (this.#form.isFilling || !(target instanceof HTMLInputElement) || target.type !== 'file') return;
    this.#turns.next(async () => {
      await this.#keepFileOf(target);
      await this.#saveNow();
    });
  };

  async #keepFileOf(input: HTMLInputElement): Promise<void> {
    this.#hear(await this.#files.keep(this.#name, input));
    // Another picture may have the same name.
    this.#saved = '';
  }

  readonly #leaveAlone = () => {
    if (this.#isShared) void this.#forgetAll();
    else this.#turns.next(() => this.#close());
  };

  async #forgetAll(): Promise<void> {
    this.#form.reset();
    await this.#turns.done();
    this.#begin();
    await forgetEverything();
    this.#sayings.say({ gone: true });
  }

  async #close(): Promise<void> {
    const fields = fieldsToKeep(this.#page(), this.#kept);
    // Else it is nowhere but here.
    const isElsewhere = contentOf({ fields, files: this.#files.now }) === this.#saved;
    if (!isElsewhere || this.#form.otherFiles(this.#files.now).length > 0) return;
    await closePin();
    this.#timesClosed += 1;
    this.#form.reset();
    this.#begin();
    await this.#takeUp();
  }

  /** As if the page had been opened anew; under the same name, since another may be one's that is there. */
  #begin(): void {
    this.#files.now = {};
    this.#kept = null;
    this.#saved = nothing;
    this.#sayings.end();
  }

  /** A page that the browser kept as it was, fields and all. */
  readonly #comeBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    this.#turns.next(async () => {
      if ((await findDrafts(this.#options.name)) === 'closed') await this.#close();
    });
  };

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
      this.#sayings.say({ elsewhere: true });
    });
  };
}
