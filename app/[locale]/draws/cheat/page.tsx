import { getTranslations } from 'next-intl/server';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { attackKinds } from '../../_draws/attacks/kinds.ts';
import { TryAttack, type TryWords } from '../../_draws/cheat/try-attack.tsx';
import { DrawLinks } from '../../_draws/draw-links.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'draws' });
  return pageTitle(locale, t('cheat.title'));
}

/** What somebody could do, each to be tried, and what catches it. */
export default async function Cheat(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, phone, verify] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'verify' }),
  ]);
  const words: TryWords = {
    button: t('cheat.try'),
    working: phone('wait'),
    caught: t('cheat.caught'),
    through: t('cheat.through'),
    unknown: verify('cannotCheck'),
    failed: t('cheat.failed'),
    details: t('cheat.details'),
    where: verify('where'),
    expected: verify('expected'),
    found: verify('found'),
  };
  return (
    <Shell locale={locale} page="draws/cheat">
      <Heading title={t('cheat.title')} lead={t('cheat.lead')} />
      <noscript>
        <p>{t('cheat.noScript')}</p>
      </noscript>
      {attackKinds.map((kind) => {
        const what = t(`cheat.${kind}.what`);
        const by = t(`cheat.${kind}.by`);
        return (
          <Card key={kind}>
            <h2>{what}</h2>
            <noscript>
              <p>{by}</p>
            </noscript>
            <TryAttack kind={kind} about={what} by={by} words={words} />
          </Card>
        );
      })}
      <DrawLinks locale={locale} without="draws/cheat" />
    </Shell>
  );
}
