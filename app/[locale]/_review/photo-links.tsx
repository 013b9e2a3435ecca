import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { services } from '#server/services.ts';

type Props = {
  readonly locale: Locale;
  readonly accountId: AccountId;
  /** Of the link to the head's own photo. */
  readonly text: string;
  /** She comes to change what she answered, not to go on. */
  readonly isChange: boolean;
};

/** To the photo of each of the group whose photo was refused; a member's by her name. */
export async function PhotoLinks({ locale, accountId, text, isChange }: Props) {
  const [t, refused] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    services().refusedPhotos(accountId),
  ]);
  return refused.map(({ person, name }) => {
    const queries = [...(isChange ? ['change'] : []), ...(person === null ? [] : [`person=${person}`])];
    const query = queries.length > 0 ? `?${queries.join('&')}` : '';
    return (
      <ButtonLink key={person} look="second" href={`/${locale}/register/photo${query}`}>
        {person === null ? text : <Unsaid>{t('told.photoLinkOf', { name })}</Unsaid>}
      </ButtonLink>
    );
  });
}
