import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
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
              document: isolated(read.names),
              written: isolated(`${answers.givenNames ?? ''} ${answers.familyNames ?? ''}`.trim()),
            })}
          </p>
          <LineLink href={`/${locale}/register/name${query}`}>{t('document.read.changeName')}</LineLink>
        </>
      ) : null}
      {read.birthDate && answers.birthDate ? (
        <>
          <p>
            {t('document.read.birth', {
              document: words.date(read.birthDate as LocalDay),
              written: words.date(answers.birthDate as LocalDay),
            })}
          </p>
          <LineLink href={`/${locale}/register/birth${query}`}>{t('document.read.changeBirth')}</LineLink>
        </>
      ) : null}
    </Notice>
  );
}

/** A name keeps the direction of its own script, also within a sentence of another (UAX 9, FSI and PDI). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
