import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import { unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { PersonId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Answers } from '#core/registration/answers.ts';
import type { LocalDay } from '#core/time/instant.ts';

/** After lines or a picture were read: what to look at, and what the document says otherwise than she does. */
export async function WhatWasRead({
  locale,
  answers,
  person,
}: {
  readonly locale: Locale;
  readonly answers: Partial<Answers>;
  /** Of her group; null: about herself. */
  readonly person: PersonId | null;
}) {
  const read = answers.document?.read;
  if (!read) return null;
  const query = person ? `?change&person=${person}` : '?change';
  const t = await getTranslations({ locale, namespace: 'question' });
  const words = await getWords(locale);
  return (
    <Notice look="wait" title={t('document.read.title')}>
      <p>{t('document.read.what')}</p>
      {read.names ? (
        <>
          <p>
            {t('document.read.names', {
              document: unsaid(read.names),
              written: unsaid(`${answers.givenNames ?? ''} ${answers.familyNames ?? ''}`.trim()),
            })}
          </p>
          <LineLink href={`/${locale}/register/name${query}`}>{t('document.read.changeName')}</LineLink>
        </>
      ) : null}
      {read.birthDate && answers.birthDate ? (
        <>
          <p>
            {t('document.read.birth', {
              document: unsaid(words.date(read.birthDate as LocalDay)),
              written: unsaid(words.date(answers.birthDate as LocalDay)),
            })}
          </p>
          <LineLink href={`/${locale}/register/birth${query}`}>{t('document.read.changeBirth')}</LineLink>
        </>
      ) : null}
    </Notice>
  );
}
