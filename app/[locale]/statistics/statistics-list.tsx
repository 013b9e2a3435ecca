import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { getWords } from '#app/_i18n/words.ts';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Table } from '#app/_ui/table/table.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Wording } from '#core/language/wording.ts';
import { type ListName, lists, type PublishedList } from '#core/statistics/of-draw.ts';
import { portName } from '../_way/port-name.ts';
import { Bar } from './bar.tsx';

type Props = { readonly locale: Locale; readonly list: PublishedList };
type Cell<Name extends ListName> = (typeof lists)[Name]['cells'][number];

/** A chart whose words are a table: each line has its number, its share, and a bar as long as that. */
export async function StatisticsList({ locale, list: { name, total, cells } }: Props) {
  const [t, tStaff, ports, words] = await Promise.all([
    getTranslations({ locale, namespace: 'statistics' }),
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  if (!cells) {
    return (
      <Stack isClose>
        <h2>{t(`list.${name}`)}</h2>
        <p>{t('withheld')}</p>
      </Stack>
    );
  }
  const nameOf = namesIn(t, tStaff, { ports, words });
  return (
    <Table
      id={name}
      caption={t(`list.${name}`)}
      isDense
      head={[{ title: t('part') }, { title: tStaff('draw.requests') }, { title: t('share'), isBare: true }]}
      rows={cells
        // Of a dozen languages most are spoken by nobody of a day.
        .filter(({ count }) => name !== 'language' || count !== 0)
        .map(({ key, count }) => {
          const percent = count === null ? null : Math.round((count / total) * 100);
          return {
            key,
            cells: [
              nameOf(name, key),
              count === null ? '–' : words.number(count),
              percent === null ? (
                '–'
              ) : (
                <div key="share">
                  {t('percent', { share: words.number(percent) })}
                  <Bar percent={percent} />
                </div>
              ),
            ],
          };
        })}
    />
  );
}

type Beside = { readonly ports: Translator<'port'>; readonly words: Wording };

/** How a cell of a list is called. */
function namesIn(
  t: Translator<'statistics'>,
  tStaff: Translator<'staff'>,
  { ports, words }: Beside,
): (name: ListName, key: string) => string {
  // The keys are those of `lists`, which the catalogs are checked against.
  return (name, key) => {
    switch (name) {
      case 'first-port':
      case 'port-given':
        return portName(ports, key as PortCode);
      case 'language':
        return key === 'other' ? t('otherLanguage') : words.language(key);
      case 'group-size':
        return key === lists['group-size'].cells.at(-1)
          ? t('orMore', { from: words.number(Number(key)) })
          : words.number(Number(key));
      case 'outcome':
        return t(`outcome.${key as Cell<'outcome'>}`);
      case 'wait':
        return t(`wait.${key as Cell<'wait'>}`);
      case 'answer':
        return t(`answer.${key as Cell<'answer'>}`);
      case 'appointment':
        return key === 'kept' ? t('kept') : tStaff(`day.state.${key as Exclude<Cell<'appointment'>, 'kept'>}`);
    }
  };
}
