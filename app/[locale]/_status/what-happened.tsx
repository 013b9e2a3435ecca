import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ScriptedOnly, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import { Timeline } from '#app/_ui/timeline/timeline.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { services } from '#server/services.ts';
import { portName } from '../_way/port-name.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId };

/** All that happened so far, the newest first, each with its time in the port's zone where one is known. */
export async function WhatHappened({ locale, accountId }: Props) {
  const entries = await services().timeline(accountId);
  if (entries.length === 0) return null;
  const [t, standing, port, words] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const items = entries.map((entry, index) => {
    const when = words.dateTime(entry.at, entry.zone ?? mexicoCity);
    return {
      key: String(index),
      when: entry.zone === null ? standing('when.mexicoCity', { when }) : t('zone', { when }),
      what: t(`what.${entry.kind}`, {
        day: entry.day === null ? '' : words.day(entry.day),
        port: entry.port === null ? '' : portName(port, entry.port),
        slot: entry.slot === null ? '' : words.slot(entry.slot),
      }),
    };
  });
  return (
    <Stack isClose>
      <h2>{t('title')}</h2>
      <Timeline items={items} />
      <Unprinted>
        <ScriptedOnly>
          <PrintButton text={t('print')} />
        </ScriptedOnly>
      </Unprinted>
    </Stack>
  );
}
