import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { GroupView, PersonView } from '#server/services/group.ts';
import { isDraft } from './person-card.tsx';

type Props = { readonly locale: Locale; readonly group: GroupView; readonly person: PersonView };

/** The way out of the group for somebody who isn't its head. */
export async function RemovePerson({ locale, group, person }: Props) {
  if (person.isHead) return null;
  const counts = person.registeredAt !== null;
  if (counts && (group.hold === 'frozen' || group.hold === 'booked')) return null;
  const t = await getTranslations({ locale, namespace: 'group' });
  // Nobody is taken out of a group in which she isn't yet.
  const { title, what, button } = isDraft(person, group.isRegistered)
    ? { title: t('remove.draft.title'), what: t('remove.draft.what'), button: t('remove.draft.button') }
    : {
        title: t('remove.title'),
        what: person.isGuest ? t('remove.guest') : t('remove.what'),
        button: t('remove.button'),
      };
  return (
    <Card>
      <h2>{title}</h2>
      <p>{what}</p>
      <PageForm
        locale={locale}
        page={`register/person?person=${person.id}`}
        action="/api/registration/people/remove"
        hidden={{ person: person.id }}
      >
        <Button look="second">{button}</Button>
      </PageForm>
    </Card>
  );
}
