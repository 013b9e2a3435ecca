import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { DrawLine } from '#server/services/pool.ts';
import { services } from '#server/services.ts';
import { portName } from '../_way/port-name.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId };

/** Her own number in the draw that gave her nothing, and how far numbers and dates reached at her ports. */
export async function DrawLineNote({ locale, accountId }: Props) {
  const line = await services().drawLine(accountId);
  if (!line) return null;
  const [t, portWords, words] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const byDate = ({ port: code, before, belowByDate }: DrawLine['ports'][number]) => {
    const port = portName(portWords, code);
    if (before !== null) return t('line.before', { port, day: words.date(before) });
    // The cut-off can be the very first number of her days.
    if (belowByDate === 1) return t('line.none', { port });
    if (belowByDate !== null) return t('line.belowByDate', { port, number: words.number(belowByDate) });
    return t('line.late', { port });
  };
  return (
    <Card>
      <h2>{t('line.title')}</h2>
      <p>{t('line.position', { position: words.number(line.position), total: words.number(line.total) })}</p>
      <ul>
        {line.ports.map((one) => (
          <li key={one.port}>
            {byDate(one)}{' '}
            {t('line.belowByLot', { port: portName(portWords, one.port), number: words.number(one.belowByLot) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
