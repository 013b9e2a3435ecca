import { forget, keep, listKept, readKept } from '../storage/sealed.ts';
import { cookieIn } from '../storage/whose.ts';
import { type Draft, readDraft } from './draft.ts';

export type FoundDraft = { readonly draft: Draft; readonly stamp: string };

/** `name` is the page's path with its query, such as `register/name`: the same in every language. */
export async function findDraft(name: string): Promise<FoundDraft | null> {
  const found = await readKept('draft', name);
  const draft = found && readDraft(found.value);
  return draft && { draft, stamp: `${draft.tab} ${found.at}` };
}

/** With its files. */
export async function forgetDraft(name: string): Promise<void> {
  await Promise.all([forget('draft', name), forgetFiles(name)]);
}

export async function forgetFiles(name: string): Promise<void> {
  const kept = await listKept('draft');
  const files = kept.filter((one) => one.name.startsWith(fileName(name, '')));
  await Promise.all(files.map((one) => forget('draft', one.name)));
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

/** No page's address has a blank in it. */
function fileName(name: string, field: string): string {
  return `${name} ${field}`;
}

/** As `server/http/cookies.ts` names it, and puts pages into it. */
const takenCookie = 'puente_taken';

/** The drafts of forms that have arrived since a page last looked. */
export async function forgetTaken(): Promise<void> {
  const taken = cookieIn(document.cookie, takenCookie);
  if (taken === undefined) return;
  for (const name of taken.split('|')) await forgetDraft(name);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in browsers of before 2025.
  document.cookie = `${takenCookie}=; Path=/; Max-Age=0`;
}
