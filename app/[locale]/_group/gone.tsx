import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Unsaid, unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { GroupView } from '#server/services/group.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly gone: GroupView['gone'] };

/** People who left and have not brought their code: a lost code must not be the end of their registration. */
export async function Gone({ locale, gone }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'group' }), getWords(locale)]);
  return gone.map(({ id, name, keptUntil }) => (
    <Card key={id}>
      <h2>{t('gone.title')}</h2>
      <p>{t('gone.what', { name: unsaid(name) })}</p>
      <p>{t('gone.lost')}</p>
      <p>{t('gone.until', { day: words.date(dayIn(keptUntil, mexicoCity)) })}</p>
      <PageForm locale={locale} page="register/group" action="/api/group/hand-over" hidden={{ person: id }}>
        <Button look="second">
          <Unsaid>{t('gone.button', { name })}</Unsaid>
        </Button>
      </PageForm>
    </Card>
  ));
}
