import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import type { CheckWords } from './check-draw.tsx';

/** The sentences that the phone tells while it checks: those of the page that works from the disk, where they are the same. */
export async function checkWords(locale: Locale): Promise<CheckWords> {
  const [t, common, verify] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'verify' }),
  ]);
  return {
    begin: t('check.begin'),
    files: verify('files'),
    choose: t('check.choose'),
    downloading: t('check.downloading', { percent: '{percent}' }),
    working: t('check.working', { percent: '{percent}' }),
    stop: common('listen.stop'),
    failed: t('check.failed'),
    same: verify('same'),
    signed: verify('signed'),
    unsigned: verify('unsigned'),
    cannotCheck: verify('cannotCheck'),
    differs: verify('differs'),
    where: verify('where'),
    expected: verify('expected'),
    found: verify('found'),
    malformed: verify('malformed'),
  };
}
