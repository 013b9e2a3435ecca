import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { type Standing, services } from '#server/services.ts';
import { portName } from '../_way/port-name.ts';
import { cutOffSentences } from './draw-line-sentences.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId; readonly standing: Standing };

/**
 * Her own number in the last draw, where that gave her nothing, and how far numbers and dates reached at her ports. Also while
 * she is in the next one: who asks each day is, an hour later.
 */
export async function DrawLineNote({ locale, accountId, standing }: Props) {
  const { step } = standing;
  if (step !== 'registered' && step !== 'waiting' && step !== 'closed') return null;
  const line = await services().drawLine(accountId);
  if (!line) return null;
  const [t, draws, told, portWords, words] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  // Then that is what the page begins with.
  const isToldAbove = step === 'registered' && standing.last?.how === 'not-chosen';
  return (
    <Card>
      <h2>{t('line.title')}</h2>
      {isToldAbove ? null : <p>{told('last.not-chosen.what', { day: words.day(line.day) })}</p>}
      <p>{t('line.position', { position: words.number(line.position), total: words.number(line.total) })}</p>
      <ul>
        {line.ports.map((one) => (
          <li key={one.port}>{cutOffSentences(t, one, { words, port: portName(portWords, one.port) }).join(' ')}</li>
        ))}
      </ul>
      <LineLink href={`/${locale}/draws/own`}>{draws('own.title')}</LineLink>
    </Card>
  );
}
