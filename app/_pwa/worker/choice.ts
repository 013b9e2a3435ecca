import { built } from './built.ts';
import { type Choice, nothingChosen } from './saw-page.ts';
import { worker } from './scope.ts';

/** Beside the caches of pages, so that removing those leaves it. */
export const choiceCache = 'puente-choice';
const address = '/_pwa/choice';

/** What a full phone has no room for. */
let unwritten: Choice | null = null;

export async function readChoice(): Promise<Choice> {
  if (unwritten) return unwritten;
  const found = await (await worker.caches.open(choiceCache)).match(address);
  return found ? ((await found.json()) as Choice) : nothingChosen;
}

export async function changeChoice(change: (choice: Choice) => Choice): Promise<Choice> {
  const after = change(await readChoice());
  const cache = await worker.caches.open(choiceCache);
  unwritten = await cache.put(address, Response.json(after)).then(
    () => null,
    () => after,
  );
  return after;
}

/** Those of this version alone. */
export function languagesOf({ own, chosen }: Choice): readonly string[] {
  return [...new Set([own, ...chosen])].filter(
    (locale) => locale !== null && Object.hasOwn(built.languages, locale),
  ) as string[];
}
