import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { LocalDay } from '#core/time/instant.ts';
import { services } from '#server/services.ts';
import { CheckDraw } from '../../_draws/check/check-draw.tsx';
import { checkWords } from '../../_draws/check/check-words.ts';
import { bytesEach } from '../../_draws/check/download-draw.ts';
import { Counts, DrawFacts, DrawFiles, Parties } from '../../_draws/day-parts.tsx';
import { DrawLinks } from '../../_draws/draw-links.tsx';
import { StageText } from '../../_draws/stage-text.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export const dynamic = 'force-dynamic';

type Props = LocaleParams & SearchParams;

async function askedDraw(props: Props) {
  const day = (await queryOf(props, 'day')) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? services().publishedDraw(day as LocalDay) : null;
}

export async function generateMetadata(props: Props) {
  const locale = await pageLocale(props);
  const [t, words, draw] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getWords(locale),
    askedDraw(props),
  ]);
  return pageTitle(locale, draw ? t('day.title', { day: words.day(draw.day) }) : t('day.unknown'));
}

/** One draw: how many asked, what was published of it and when, and the check of all of it on this phone. */
export default async function Day(props: Props) {
  const locale = await pageLocale(props);
  const [t, verify, phone, common, words, draw] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'verify' }),
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    askedDraw(props),
  ]);
  const back = <BackLink href={`/${locale}/draws`} text={common('back')} />;
  if (!draw)
    return (
      <Shell locale={locale} page="draws/day">
        {back}
        <Heading title={t('day.unknown')} />
        <DrawLinks locale={locale} />
      </Shell>
    );
  const megabytes = words.number(Math.ceil((bytesEach * draw.count) / 1_000_000));
  return (
    <Shell locale={locale} page={`draws/day?day=${draw.day}`}>
      {back}
      <Heading title={t('day.title', { day: words.day(draw.day) })} />
      <Notice look={draw.waitsFor.length > 0 ? 'wait' : 'plain'}>
        <StageText locale={locale} draw={draw} />
      </Notice>
      {draw.stage === 'released' ? (
        <Stack isClose>
          <h2>{verify('title')}</h2>
          <p>{t('check.lead')}</p>
          <p>{t('check.size', { size: phone('size', { megabytes }) })}</p>
          <noscript>
            <p>{verify('noScript')}</p>
          </noscript>
          <CheckDraw words={await checkWords(locale)} day={draw.day} />
        </Stack>
      ) : null}
      <DrawFacts locale={locale} draw={draw} />
      <Counts locale={locale} draw={draw} />
      <Parties locale={locale} draw={draw} />
      <DrawFiles locale={locale} draw={draw} />
      <DrawLinks locale={locale} />
    </Shell>
  );
}
