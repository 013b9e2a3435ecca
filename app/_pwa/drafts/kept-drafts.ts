import { forget, keep, listKept, pinState, readKept } from '../storage/sealed.ts';
import { cookieIn } from '../storage/whose.ts';
import { type Draft, readDraft } from './draft.ts';

/** `name` as it is kept: of the page, or beside it. */
export type FoundDraft = { readonly name: string; readonly draft: Draft; readonly stamp: string };

/**
 * All that was typed on a page and not sent, the newest first. `page` is its path with its query, such as `register/name`:
 * the same in every language. `closed`: there is something, and she has to type her PIN before.
 */
export async function findDrafts(page: string): Promise<readonly FoundDraft[] | 'closed'> {
  const names = (await listKept('draft', page)).map(({ name }) => name).filter((name) => pageOf(name) === page);
  if (names.length > 0 && (await pinState()) === 'closed') return 'closed';
  const found = await Promise.all(names.filter((name) => !isFile(name)).map(findDraft));
  return found.filter((one) => one !== null).reverse();
}

/** null: there is none, or it is closed. */
export async function findDraft(name: string): Promise<FoundDraft | null> {
  const found = await readKept('draft', name);
  const draft = found && readDraft(found.value);
  return draft && { name, draft, stamp: `${draft.tab} ${found.at}` };
}

/** Where she types while what she typed before is closed: nothing is written over that nobody can look at. */
export function nameBeside(page: string, tab: string): string {
  return `${page}|${tab}`;
}

/** All of a page with its files, or all but what has that name. */
export async function forgetPage(page: string, except?: string): Promise<void> {
  const names = (await listKept('draft', page)).map(({ name }) => name);
  const gone = names.filter((name) => pageOf(name) === page && draftOf(name) !== except);
  await Promise.all(gone.map((name) => forget('draft', name)));
}

/** One draft of it, with its files. */
export async function forgetDraft(name: string): Promise<void> {
  await Promise.all([forget('draft', name), forgetFiles(name)]);
}

export async function forgetFiles(name: string): Promise<void> {
  const files = await listKept('draft', fileName(name, ''));
  await Promise.all(files.map((one) => forget('draft', one.name)));
}

/** Of how many pages there is something, and its bytes on the phone. */
export type KeptDrafts = { readonly pages: number; readonly bytes: number };

export async function countDrafts(): Promise<KeptDrafts> {
  const all = await listKept('draft');
  return {
    pages: new Set(all.map(({ name }) => pageOf(name))).size,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
  };
}

export async function keepFile(name: string, field: string, file: File): ReturnType<typeof keep> {
  return keep('draft', fileName(name, field), new Uint8Array(await file.arrayBuffer()));
}

/** Into its field again: false where the browser lets no script do that. null: there is none, or she has chosen another. */
export async function putFileBack(name: string, input: HTMLInputElement, draft: Draft): Promise<boolean | null> {
  const told = draft.files[input.name];
  const bytes = told && (await readKept('draft', fileName(name, input.name)))?.value;
  if (!told || !(bytes instanceof Uint8Array) || input.files?.length !== 0) return null;
  try {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(bytes)], told.name, { type: told.type }));
    input.files = transfer.files;
    return input.files.length === 1;
  } catch {
    return false;
  }
}

/** No page's address has a blank in it, nor a bar. */
function fileName(name: string, field: string): string {
  return `${name} ${field}`;
}

function isFile(name: string): boolean {
  return name.includes(' ');
}

/** The draft that a file belongs to, or the draft itself. */
function draftOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

function pageOf(name: string): string {
  return draftOf(name).split('|')[0] ?? name;
}

/** As `server/http/cookies.ts` names it, and puts pages into it. */
const takenCookie = 'puente_taken';

/** The drafts of forms that have arrived since a page last looked. */
export async function forgetTaken(): Promise<void> {
  const taken = cookieIn(document.cookie, takenCookie);
  if (taken === undefined) return;
  for (const name of taken.split('|')) await forgetPage(name);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in browsers of before 2025.
  document.cookie = `${takenCookie}=; Path=/; Max-Age=0`;
}
