import { forget, listKept, tidy } from '../storage/sealed.ts';
import type { Asked, AskedOfWaiting, Kept } from '../worker-messages.ts';
import { built } from './built.ts';
import { changeChoice, choiceCache, languagesOf, readChoice } from './choice.ts';
import { fetchLanguages, isKept, removeLanguage } from './languages.ts';
import { isSparing } from './saves-data.ts';
import { type Choice, sawPage } from './saw-page.ts';
import { worker } from './scope.ts';
import { troubleOf } from './versions.ts';
import { hearOfWaiting, isOfWaiting } from './waiting.ts';

/** What pages ask of the worker; each is answered with what is kept, or what waits, afterwards. */
export function hearPages(): void {
  worker.addEventListener('message', (event) => {
    const asked = event.data as Asked | AskedOfWaiting;
    const answer = isOfWaiting(asked) ? hearOfWaiting(asked) : hear(asked, event);
    event.waitUntil(answer.then((said) => event.ports[0]?.postMessage(said)));
  });
}

async function hear(asked: Asked, event: ExtendableEvent): Promise<Kept | null> {
  switch (asked.type) {
    case 'take-over':
      await worker.skipWaiting();
      return null;
    case 'here':
      await tidy();
      await saw(asked.locale, event);
      return null;
    case 'what-is-kept':
      break;
    case 'keep':
      await change((choice) => ({ ...choice, isOff: false, chosen: [...new Set([...choice.chosen, asked.locale])] }));
      await fetchKept(event);
      break;
    case 'remove':
      await change(({ own, chosen, ...rest }) => ({
        ...rest,
        own: own === asked.locale ? null : own,
        chosen: chosen.filter((locale) => locale !== asked.locale),
        // Else the next page in it would bring it back.
        isOff: own === asked.locale || rest.isOff,
      }));
      await removeLanguage(asked.locale);
      break;
    case 'remove-all':
      await change((choice) => ({ ...choice, own: null, next: null, chosen: [], isOff: true }));
      await forget('page');
      await removeEverything();
      break;
  }
  return await kept();
}

async function change(how: (choice: Choice) => Choice): Promise<void> {
  await changeChoice((choice) => how({ ...choice, trouble: null }));
}

/** Fetches what is to be kept and isn't here yet. */
async function saw(locale: string, event: ExtendableEvent): Promise<void> {
  if (!Object.hasOwn(built.languages, locale)) return;
  if (isSparing() && languagesOf(await readChoice()).length === 0) return;
  const after = await changeChoice((choice) => sawPage(choice, locale));
  const isHere = await Promise.all(languagesOf(after).map(isKept));
  // On a full phone each try would cost her data again: she says when there is room.
  if (isHere.every(Boolean) || after.trouble === 'full') return;
  await fetchKept(event);
}

/** The language that was hers before goes only once the new one is here. */
async function fetchKept(event: ExtendableEvent): Promise<void> {
  const wanted = languagesOf(await readChoice());
  try {
    await fetchLanguages(wanted, event);
    for (const locale of Object.keys(built.languages)) if (!wanted.includes(locale)) await removeLanguage(locale);
    await changeChoice((choice) => ({ ...choice, trouble: null }));
  } catch (error) {
    await changeChoice((choice) => ({ ...choice, trouble: troubleOf(error) }));
  }
}

async function removeEverything(): Promise<void> {
  for (const name of await worker.caches.keys()) if (name !== choiceCache) await worker.caches.delete(name);
}

async function kept(): Promise<Kept> {
  const { isOff, trouble } = await readChoice();
  const copies = await listKept('page');
  const languages = await Promise.all(
    Object.entries(built.languages).map(async ([locale, { bytes, unpacked }]) => ({
      locale,
      bytes: unpacked,
      lineBytes: bytes,
      isKept: await isKept(locale),
    })),
  );
  return {
    languages,
    shellBytes: built.shell.unpacked,
    copies: copies.length,
    copyBytes: copies.reduce((sum, { size }) => sum + size, 0),
    isOff,
    trouble,
    isSparing: isSparing(),
  };
}
