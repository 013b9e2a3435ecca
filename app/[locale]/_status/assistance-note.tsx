import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { showCode } from '#core/offer/code.ts';
import { services } from '#server/services.ts';

/** The short code again, while a step waits for a person. */
export async function AssistanceNote({
  locale,
  accountId,
}: {
  readonly locale: Locale;
  readonly accountId: AccountId;
}) {
  const assistance = await services().assistance(accountId);
  if (!assistance) return null;
  const t = await getTranslations({ locale, namespace: 'standing' });
  return (
    <Notice title={t('assistance.title')}>
      <p>{t('assistance.what', { code: showCode(assistance.code) })}</p>
      <ButtonLink look="second" href={`/${locale}/assisted`}>
        {t('assistance.link')}
      </ButtonLink>
    </Notice>
  );
}
