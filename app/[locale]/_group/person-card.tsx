import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { PersonView } from '#server/services/group.ts';
import { registerPath } from '../_way/register-path.ts';

type Props = { readonly locale: Locale; readonly person: PersonView; readonly isRegistered: boolean };

/** One person of the group: who she is, whether anything is missing, and the one thing to press. */
export async function PersonCard({ locale, person, isRegistered }: Props) {
  const [t, register] = await Promise.all([
    getTranslations({ locale, namespace: 'group' }),
    getTranslations({ locale, namespace: 'register' }),
  ]);
  const { id, isHead, next } = person;
  const name = person.name || t('noName');
  const relation = isHead ? t('you') : person.relationship && register(`relationship.${person.relationship}`);
  // The head's own terms come after the others.
  const isMissing = next !== 'check' && next !== 'terms';
  const isDraft = isRegistered && person.registeredAt === null;
  return (
    <Card>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {relation ? <p data-silent>{relation}</p> : null}
      {isMissing ? <p>{t('missing')}</p> : null}
      {!isMissing && isDraft ? <p>{t('draft')}</p> : null}
      {isMissing && !isHead ? (
        <ButtonLink href={registerPath(locale, { next, person: id })}>
          <Unsaid>{t('go', { name })}</Unsaid>
        </ButtonLink>
      ) : (
        <ButtonLink look={isDraft ? 'first' : 'second'} href={`/${locale}/register/person?person=${id}`}>
          <Unsaid>{t('see', { name })}</Unsaid>
        </ButtonLink>
      )}
    </Card>
  );
}
