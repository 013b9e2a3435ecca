import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { services } from '#server/services.ts';
import { DrawLinks } from '../_draws/draw-links.tsx';
import { StageText } from '../_draws/stage-text.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'draws' });
  return pageTitle(locale, t('title'));
}

/** Every draw there was, and where the next one stands; nobody has to be signed in. */
export default async function Draws(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, staff, words, draws, now] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'staff' }),
    getWords(locale),
    services().publishedDraws(),
    services().drawNow(),
  ]);
  return (
    <Shell locale={locale} page="draws">
      <Heading title={t('title')} lead={t('lead')} />
      {now ? (
        <Notice title={t('day.title', { day: words.day(now.day) })}>
          <StageText locale={locale} draw={now} />
        </Notice>
      ) : null}
      <DrawLinks locale={locale} without="draws" />
      <Stack isClose>
        <h2>{t('all')}</h2>
        {draws.length === 0 ? <p>{staff('draw.noDraw')}</p> : null}
        {draws.map((draw) => (
          <Card key={draw.day}>
            <h3>
              <LineLink href={`/${locale}/draws/day?day=${draw.day}`}>
                {t('day.title', { day: words.day(draw.day) })}
              </LineLink>
            </h3>
            <StageText locale={locale} draw={draw} />
          </Card>
        ))}
      </Stack>
    </Shell>
  );
}
