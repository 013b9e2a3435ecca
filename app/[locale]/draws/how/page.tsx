import { getTranslations } from 'next-intl/server';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { DrawLinks } from '../../_draws/draw-links.tsx';
import { FirstPort, Mixed, OldestFirst, Together } from '../../_draws/pictures.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'draws' });
  return pageTitle(locale, t('how.title'));
}

/** The draw in four sentences, each with its picture. */
export default async function How(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'draws' });
  return (
    <Shell locale={locale} page="draws/how">
      <Heading title={t('how.title')} />
      <Stack>
        <Card>
          <OldestFirst />
          <p>{t('how.oldest')}</p>
        </Card>
        <Card>
          <Mixed />
          <p>{t('how.mixed')}</p>
        </Card>
        <Card>
          <FirstPort />
          <p>{t('how.port')}</p>
        </Card>
        <Card>
          <Together />
          <p>{t('how.group')}</p>
        </Card>
      </Stack>
      <Stack isClose>
        <h2>{t('how.nobody.title')}</h2>
        <p>{t('how.nobody.secrets')}</p>
        <p>{t('how.nobody.files')}</p>
      </Stack>
      <DrawLinks locale={locale} without="draws/how" />
    </Shell>
  );
}
