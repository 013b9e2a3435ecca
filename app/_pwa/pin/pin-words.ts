import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';

export type PinWords = Awaited<ReturnType<typeof pinWords>>;

/** Of the places where a PIN is asked for. */
export async function pinWords(locale: Locale) {
  const [t, tPhone] = await Promise.all([
    getTranslations({ locale, namespace: 'draft' }),
    getTranslations({ locale, namespace: 'phone' }),
  ]);
  return {
    label: t('pin.label'),
    show: t('pin.show'),
    open: t('pin.open'),
    busy: tPhone('wait'),
    format: t('pin.format'),
    wrong: t('pin.wrong'),
    /** With `{minutes}` in it. */
    wait: t('pin.wait', { minutes: '{minutes}' }),
    full: tPhone('full'),
    forgot: t('pin.forgot'),
    forgotWhat: t('pin.forgotWhat'),
    remove: t('pin.remove'),
  } as const;
}
