import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Code, Quiet } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { showCode } from '#core/offer/code.ts';
import { dayIn } from '#core/time/zone.ts';
import type { ReviewView } from '#server/services/review.ts';
import { Changes } from '../../_changes/changes.tsx';
import { WhatWasFound } from '../../_review/what-was-found.tsx';
import { mexicoCity } from '../../_way/screen-policy.ts';
import { ReviewPhotos } from './review-photos.tsx';
import { signalText } from './signal-text.ts';

type Props = { readonly locale: Locale; readonly review: ReviewView };

/** All that staff see of it: what she was told, what she says, what looks odd, the photos if she agreed. */
export async function ReviewFacts({ locale, review }: Props) {
  const [t, tSignal, tData, staff, words] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'signal' }),
    getTranslations({ locale, namespace: 'myData' }),
    getTranslations({ locale, namespace: 'staff' }),
    getWords(locale),
  ]);
  const { code, step, reason, askedAt, registeredAt, found, statement, before, changes } = review;
  const signals = [...new Set(review.signals.flatMap((signal) => signalText(tSignal, words, signal) ?? []))];
  return (
    <>
      <Card>
        <h2>{t('list.code')}</h2>
        <Code>{showCode(code)}</Code>
        <SummaryList
          rows={[
            { term: t('list.step'), value: t(`list.${step}`) },
            { term: t('list.since'), value: staff('draw.mexicoCity', { when: words.dateTime(askedAt, mexicoCity) }) },
            ...(registeredAt === null
              ? []
              : [{ term: t('one.registered'), value: words.day(dayIn(registeredAt, mexicoCity)) }]),
          ]}
        />
      </Card>
      <Card>
        <h2>{t('one.told')}</h2>
        <WhatWasFound locale={locale} reason={reason} found={found} />
        <h2>{t('one.statement')}</h2>
        {statement === '' ? (
          <p>{t('one.noStatement')}</p>
        ) : (
          <p data-silent>
            <bdi>{statement}</bdi>
          </p>
        )}
      </Card>
      {before ? (
        <Notice title={t('one.before')}>
          <p>{t(`decision.${before.reason}`)}</p>
          {before.note === '' ? null : (
            <p data-silent>
              <bdi>{before.note}</bdi>
            </p>
          )}
        </Notice>
      ) : null}
      {changes.length === 0 ? null : (
        <Card>
          <h2>{tData('changed.title')}</h2>
          {changes.map((one) => (
            <Fragment key={one.id}>
              <h3>
                <bdi>{one.name}</bdi>
              </h3>
              <Changes
                locale={locale}
                person={one}
                changes={one.changes}
                names={one.names}
                // Shown below beside the others, if she lets them be seen.
                photo={() => t(review.photos ? 'one.photos' : 'one.noPhotos')}
              />
            </Fragment>
          ))}
        </Card>
      )}
      <Card>
        <h2>{t('one.signals')}</h2>
        {signals.length === 0 ? <p>{t('one.noSignals')}</p> : null}
        {signals.length === 0 ? null : (
          <ul>
            {signals.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <Quiet>{t('one.signalsNote')}</Quiet>
      </Card>
      <ReviewPhotos locale={locale} photos={review.photos} />
    </>
  );
}
