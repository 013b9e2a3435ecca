import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { PersonView } from '#server/services/group.ts';
import { registerPath } from '../_way/register-path.ts';

type Props = {
  readonly locale: Locale;
  readonly person: PersonView;
  readonly isRegistered: boolean;
  /** The first of the group about whom something is left to do. */
  readonly isNext: boolean;
};

/** The head's own terms come after the others. */
export function isMissing({ next }: PersonView): boolean {
  return next !== 'check' && next !== 'terms';
}

/** All is answered about her, and she counts only when the head lets her in. */
export function isDraft({ registeredAt }: PersonView, isRegistered: boolean): boolean {
  return isRegistered && registeredAt === null;
}

/** One person of the group: who she is, whether anything is missing, and the one thing to press. */
export async function PersonCard({ locale, person, isRegistered, isNext }: Props) {
  const [t, register] = await Promise.all([
    getTranslations({ locale, namespace: 'group' }),
    getTranslations({ locale, namespace: 'register' }),
  ]);
  const { id, isHead, next } = person;
  const name = person.name || t('noName');
  const relation = isHead ? t('you') : person.relationship && register(`relationship.${person.relationship}`);
  const [misses, waits] = [isMissing(person), isDraft(person, isRegistered)];
  const look = isNext ? 'first' : 'second';
  return (
    <Card>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {relation ? <p data-silent>{relation}</p> : null}
      {misses ? <p>{next === 'guardian' ? t('missingAdult') : t('missing')}</p> : null}
      {!misses && waits ? <p>{t('draft')}</p> : null}
      {misses && !isHead ? (
        <ButtonLink look={look} href={registerPath(locale, { next, person: id })}>
          <Unsaid>{t('go', { name })}</Unsaid>
        </ButtonLink>
      ) : (
        <ButtonLink look={look} href={`/${locale}/register/person?person=${id}`}>
          <Unsaid>{t('see', { name })}</Unsaid>
        </ButtonLink>
      )}
    </Card>
  );
}
