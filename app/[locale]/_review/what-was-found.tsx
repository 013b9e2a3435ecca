import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import { type Found, problemOf, type ReviewReason } from '#core/review/reason.ts';
import { problemText } from '../_problem/problem-text.ts';

type Props = { readonly locale: Locale; readonly reason: ReviewReason; readonly found: Found };

/** What she was told when the machine said no, in words and figures. */
export async function WhatWasFound({ locale, reason, found }: Props) {
  const [t, problems] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  const problem = problemOf(reason, found);
  if (!problem) return <p>{t(`reason.${reason}`)}</p>;
  const { title, found: figures } = problemText(problems, problem);
  return (
    <>
      <p>{title}</p>
      {figures ? <p>{figures}</p> : null}
    </>
  );
}
