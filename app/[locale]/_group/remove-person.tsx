import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { GroupView, PersonView } from '#server/services/group.ts';

type Props = { readonly locale: Locale; readonly group: GroupView; readonly person: PersonView };

/** The way out of the group for somebody who isn't its head. */
export async function RemovePerson({ locale, group, person }: Props) {
  if (person.isHead) return null;
  const counts = person.registeredAt !== null;
  if (counts && (group.hold === 'frozen' || group.hold === 'booked')) return null;
  const t = await getTranslations({ locale, namespace: 'group' });
  return (
    <Card>
      <h2>{t('remove.title')}</h2>
      <p>{person.isGuest ? t('remove.guest') : t('remove.what')}</p>
      <PageForm
        locale={locale}
        page={`register/person?person=${person.id}`}
        action="/api/registration/people/remove"
        hidden={{ person: person.id }}
      >
        <Button look="second">{t('remove.button')}</Button>
      </PageForm>
    </Card>
  );
}
