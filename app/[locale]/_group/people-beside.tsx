import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { GroupView } from '#server/services/group.ts';

/** Who comes with the head, by name, and the way to change that. */
export async function PeopleBeside({ locale, group }: { readonly locale: Locale; readonly group: GroupView }) {
  const t = await getTranslations({ locale, namespace: 'group' });
  const others = group.people.filter(({ isHead }) => !isHead);
  return (
    <Stack isClose>
      <h2>{t('beside.title')}</h2>
      {others.length === 0 ? (
        <p>{t('beside.nobody')}</p>
      ) : (
        <ul>
          {others.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name || t('noName')}</bdi>
            </li>
          ))}
        </ul>
      )}
      <LineLink href={`/${locale}/register/group`}>{t('beside.link')}</LineLink>
    </Stack>
  );
}
