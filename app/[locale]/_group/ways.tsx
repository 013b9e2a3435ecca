import { getTranslations } from 'next-intl/server';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { GroupView } from '#server/services/group.ts';

/** Two groups become one, or one becomes two, while nothing is drawn. */
export async function JoinAndSplit({ locale, group }: { readonly locale: Locale; readonly group: GroupView }) {
  const { isRegistered, hold, people } = group;
  if (!isRegistered || hold === 'frozen' || hold === 'booked') return null;
  const t = await getTranslations({ locale, namespace: 'group' });
  const maySplit = people.some(({ isHead, isGuest, registeredAt }) => !isHead && !isGuest && registeredAt !== null);
  return (
    <>
      <Card>
        <h2>{t('code.title')}</h2>
        <p>{t('code.what')}</p>
        <p>{t('code.date')}</p>
        <PageForm locale={locale} page="register/group" action="/api/group/code">
          <Button look="second">{t('code.button')}</Button>
        </PageForm>
      </Card>
      {maySplit ? <LineLink href={`/${locale}/group/split`}>{t('split.title')}</LineLink> : null}
    </>
  );
}
