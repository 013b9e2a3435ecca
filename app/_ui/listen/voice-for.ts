export type PhoneVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** What voices call the written form of a language that has two, by the page's own tag. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'zh-hans': ['zh-cn', 'cmn-hans', 'cmn-cn', 'zh-sg', 'zh'],
  'uz-latn': ['uz'],
};

/**
 * A voice of the phone itself for this language, or undefined. Never one that sends the words to its maker
 * (`localService`): a page may show what nobody else shall read. Android writes `pt_BR`, and puts a script or a variant
 * behind it; another country's voice of the same language is better than none, another language's is not.
 */
export function voiceFor<Found extends PhoneVoice>(locale: string, voices: readonly Found[]): Found | undefined {
  const wanted = locale.toLowerCase();
  const names = alsoCalled[wanted] ?? [wanted, wanted.split('-')[0] ?? wanted];
  const own = voices.filter(({ localService }) => localService);
  for (const name of names) {
    const fitting = own.filter(({ lang }) => isCalled(lang, name));
    const best = fitting.find((voice) => voice.default) ?? fitting[0];
    if (best) return best;
  }
  return undefined;
}

function isCalled(lang: string, name: string): boolean {
  const tag = lang.replaceAll('_', '-').toLowerCase();
  // Cantonese is written alike and spoken otherwise.
  if (name === 'zh' && /^zh-(hk|mo)|yue/.test(tag)) return false;
  return tag === name || tag.startsWith(`${name}-`);
}
