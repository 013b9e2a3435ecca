import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ScriptedOnly, Stack, Unprinted } from '#app/_ui/panel/panel.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import { Timeline } from '#app/_ui/timeline/timeline.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { services } from '#server/services.ts';
import { helpWith } from '../_review/what-waits.tsx';
import { portName } from '../_way/port-name.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId };

/** All that happened so far, the newest first, by one clock that is named once: by two, things would seem to go back. */
export async function WhatHappened({ locale, accountId }: Props) {
  const entries = await services().timeline(accountId);
  if (entries.length === 0) return null;
  const [t, review, port, words] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const items = entries.map(({ kind, at, day, port: code, slot, help }, index) => ({
    key: String(index),
    when: words.dateTime(at, mexicoCity),
    what: t(`what.${kind}`, {
      day: day === null ? '' : words.day(day),
      port: code === null ? '' : portName(port, code),
      slot: slot === null ? '' : words.slot(slot),
      step: help === null ? '' : helpWith(review, help),
      reason: help === null || help.reason === null ? '' : review(`told.${help.reason}`),
    }),
  }));
  return (
    <Stack isClose>
      <h2>{t('title')}</h2>
      <p>{t('zone')}</p>
      <Timeline items={items} />
      <Unprinted>
        <ScriptedOnly>
          <PrintButton text={t('print')} />
        </ScriptedOnly>
      </Unprinted>
    </Stack>
  );
}
