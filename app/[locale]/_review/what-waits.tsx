import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import type { AssistanceView } from '#server/services.ts';

/** What she asked a person for, within a sentence. Who says that she was at the port asks for no step. */
export function helpWith(
  t: Translator<'review'>,
  { step, about }: { readonly step: AssistanceView['step']; readonly about: ReviewReason },
): string {
  return about === 'missed' ? t('reason.missed') : t(`list.${step}`);
}

type Props = { readonly locale: Locale; readonly assistance: AssistanceView };

/** What a person does with her, and why. */
export async function WhatWaits({ locale, assistance: { step, reason } }: Props) {
  const [assisted, review] = await Promise.all([
    getTranslations({ locale, namespace: 'assisted' }),
    getTranslations({ locale, namespace: 'review' }),
  ]);
  return (
    <SummaryList
      rows={[
        ...(reason === 'missed' ? [] : [{ term: assisted('code.step'), value: assisted(`code.${step}`) }]),
        ...(reason === 'help' ? [] : [{ term: review('waiting.reason'), value: review(`reason.${reason}`) }]),
      ]}
    />
  );
}
