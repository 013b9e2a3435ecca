import { contentOf } from './draft.ts';
import { type FoundDraft, findDraft, findDrafts, forgetDraft } from './kept-drafts.ts';

/** What else she wrote on a page, beside what stands there: offered one after the other, so that none is out of reach. */
export class OtherDrafts {
  readonly #page: string;
  readonly #offer: (isThere: boolean) => void;
  #names: readonly string[] = [];

  constructor(page: string, offer: (isThere: boolean) => void) {
    this.#page = page;
    this.#offer = offer;
  }

  /** `found` is all of the page; what says the same as what stands there is no other one. */
  are(found: readonly FoundDraft[], content: string): void {
    this.#be(found.filter(({ draft }) => contentOf(draft) !== content).map(({ name }) => name));
  }

  /** What stands there comes again after all others. null: there is none any more. */
  async next(standing: string): Promise<FoundDraft | null> {
    const [name = '', ...others] = this.#names;
    const next = await findDraft(name);
    const left = next && (await findDraft(standing));
    this.#be(left ? [...others, left.name] : others);
    return next;
  }

  /** Removes what stands there, wherever else it is kept, and offers the others. */
  async remove(standing: string, content: string): Promise<void> {
    await forgetDraft(standing);
    const found = await findDrafts(this.#page);
    if (found === 'closed') return;
    this.are(found, content);
    const same = found.filter(({ name }) => !this.#names.includes(name));
    await Promise.all(same.map(({ name }) => forgetDraft(name)));
  }

  #be(names: readonly string[]): void {
    this.#names = names;
    this.#offer(names.length > 0);
  }
}
