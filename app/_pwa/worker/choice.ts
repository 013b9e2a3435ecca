import { built } from './built.ts';
import { type Choice, nothingChosen } from './saw-page.ts';
import { worker } from './scope.ts';

/** Beside the caches of pages, so that removing those leaves it. */
export const choiceCache = 'puente-choice';
const address = '/_pwa/choice';

export async function readChoice(): Promise<Choice> {
  const found = await (await worker.caches.open(choiceCache)).match(address);
  return found ? ((await found.json()) as Choice) : nothingChosen;
}

/** No room even for this: then it is as it was. */
export async function changeChoice(change: (choice: Choice) => Choice): Promise<Choice> {
  const before = await readChoice();
  const after = change(before);
  const cache = await worker.caches.open(choiceCache);
  return await cache.put(address, Response.json(after)).then(
    () => after,
    () => before,
  );
}

/** Those of this version alone. */
export function languagesOf({ own, chosen }: Choice): readonly string[] {
  return [...new Set([own, ...chosen])].filter(
    (locale) => locale !== null && Object.hasOwn(built.languages, locale),
  ) as string[];
}
