import type { Translator } from '#app/_i18n/translator.ts';
import type { Signal } from '#core/eligibility/signals/signal.ts';
import type { Wording } from '#core/language/wording.ts';

/** One signal in words, with its figures; null for what only a comparison could tell. */
export function signalText(t: Translator<'signal'>, words: Wording, { kind, detail }: Signal): string | null {
  const value = (name: string) => {
    const found = detail[name] ?? '';
    return typeof found === 'number' ? words.number(found) : String(found);
  };
  switch (kind) {
    case 'automation':
    case 'missing-sensors':
    case 'zone-unknown':
    case 'languages-missing':
      return t(kind);
    case 'software-renderer':
      return t(kind, { renderer: value('renderer') });
    case 'clock-off':
      return t(kind, { minutes: value('minutes') });
    case 'offset-unlike-zone':
    case 'zone-against-place':
      return t(kind, { zone: value('timeZone') });
    case 'language-against-place':
      return t(kind, { language: value('language') });
    case 'accuracy-too-good':
      return t(kind, { meters: value('accuracyMeters') });
    case 'frozen-place':
      return t(kind, { times: value('times') });
    case 'still-place':
      return t(kind, { meters: value('accuracyMeters'), times: value('times') });
    case 'impossible-travel':
      return t(kind, { kilometers: value('kilometers'), minutes: value('minutes') });
    case 'filled-too-fast':
      return t(detail['part'] === 'registering' ? 'registering-too-fast' : 'asking-too-fast', {
        seconds: value('seconds'),
      });
    case 'repeated-sequence':
      return t(kind, { registrations: value('registrations') });
    case 'visitor':
      return null;
  }
}
