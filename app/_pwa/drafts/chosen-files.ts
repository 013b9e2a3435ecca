import { ok } from '#core/result.ts';
import type { Keeping } from '../storage/sealed.ts';
import type { Draft } from './draft.ts';
import { keepFile } from './kept-drafts.ts';

/** Bytes, as `server/presence/photo.ts` takes them. */
const largestFile = 10 * 1024 * 1024;

/** What is kept of the files of a form, beside its draft. */
export class ChosenFiles {
  now: Draft['files'] = {};

  /** What stands in a field now, in the place of what did. `draft` names what it is kept beside. */
  async keep(draft: string, { name, files }: HTMLInputElement): Promise<Keeping> {
    const { [name]: _, ...others } = this.now;
    this.now = others;
    const file = files?.[0];
    if (!file || file.size > largestFile) return ok(undefined);
    const done = await keepFile(draft, name, file);
    if (done.ok) this.now = { ...others, [name]: { name: file.name, type: file.type } };
    return done;
  }
}
