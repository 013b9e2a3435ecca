/** Addresses of sounds by language and words, for as long as the page is there: to hear it again costs no data. */
const sounds = new Map<string, Promise<string>>();

/** A page has 20 to 60 pieces, of 20 KB or so. */
const mostKept = 200;

/** Milliseconds for a piece to come: 45 KB over a slow line, behind others who wait for the voice. */
const patience = 30_000;

/** The address of the sound of a piece, as our server says it. Rejects where it can't, or the line broke. */
export function soundOf(locale: string, piece: string): Promise<string> {
  const key = `${locale} ${piece}`;
  const before = sounds.get(key);
  if (before) return before;
  const sound = fetchSound(locale, piece);
  sounds.set(key, sound);
  sound.catch(() => sounds.delete(key));
  const [oldest] = sounds.keys();
  if (sounds.size > mostKept && oldest !== undefined) drop(oldest);
  return sound;
}

function drop(key: string): void {
  sounds.get(key)?.then(
    (address) => URL.revokeObjectURL(address),
    () => undefined,
  );
  sounds.delete(key);
}

async function fetchSound(locale: string, piece: string): Promise<string> {
  // AbortSignal.timeout came to Chrome 103 only.
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await fetch('/api/speech/piece', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'audio/mpeg, application/problem+json' },
      // Marks that nobody sees or says, such as a break within a word, are refused by the server.
      body: JSON.stringify({ locale, text: piece.replaceAll(/[\p{Cf}\p{Cc}]/gu, '') }),
      signal: giveUp.signal,
    });
    if (!answer.ok) throw new Error(`expected a sound, found the status ${answer.status}`);
    return URL.createObjectURL(await answer.blob());
  } finally {
    clearTimeout(timer);
  }
}
