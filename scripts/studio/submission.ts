import { isState, type TranslationState } from '../catalogs/status.ts';
import { noteHash, plainLines } from './model/note.ts';

/** The fields of the form of one text, as a browser sent them. What is no text is nothing. */
export type Fields = Readonly<Record<string, unknown>>;

export type Sent = {
  readonly texts: ReadonlyMap<string, string>;
  readonly was: string;
  readonly english: string;
  readonly shape: 'whole' | 'forms';
  readonly by: string;
  readonly state: TranslationState;
  readonly comment: string;
  readonly commentWas: string;
  /** `pageHash` of a long text. */
  readonly read: string;
  readonly act: string;
};

export function sentIn(fields: Fields): Sent {
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? plainLines(value) : '';
  };
  const state = text('state');
  const forms = Object.keys(fields).filter((name) => /^form\.(?:=\d+|[\w-]*)$/.test(name));
  return {
    texts: new Map(forms.map((name) => [name.slice('form.'.length), text(name)])),
    was: text('was'),
    english: text('english'),
    shape: text('shape') === 'forms' ? 'forms' : 'whole',
    by: text('by').trim(),
    state: isState(state) ? state : 'translated',
    comment: text('comment'),
    commentWas: text('commentWas'),
    read: text('read'),
    act: text('do'),
  };
}

/** The words of a form that could not be saved: the texts, and the note where its writer changed it. */
export type Written = {
  readonly texts: readonly string[];
  readonly comment: string;
  /** There were words, which are in her browser alone. */
  readonly isTooLong: boolean;
};

export const nothingWritten: Written = { texts: [], comment: '', isTooLong: false };

export function writtenIn({ texts, comment, commentWas }: Sent): Written {
  return { texts: [...texts.values()], comment: noteHash(comment) === commentWas ? '' : comment, isTooLong: false };
}
