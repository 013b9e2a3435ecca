import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Picture } from '#app/_ui/picture/picture.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { PersonData } from '#server/services/my-data.ts';
import { Changes } from '../_changes/changes.tsx';
import { mexicoCity } from '../_way/screen-policy.ts';
import { answerRows } from '../register/check/answer-rows.tsx';

type Props = {
  readonly locale: Locale;
  readonly person: PersonData;
  /** Of the registration: while its people are in another's group, some of it is that group's head to say. */
  readonly state: string | undefined;
  /** Of everybody in her group, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** One person's answers, each with the way to correct it, her photo, and what was there before. */
export async function PersonPart({ locale, person, state, names }: Props) {
  const isHead = person.position === 1;
  const links = state === 'joined' ? 'guest' : state === 'registered' ? 'corrections' : 'all';
  const [t, words, rows] = await Promise.all([
    getTranslations({ locale, namespace: 'myData' }),
    getWords(locale),
    answerRows(locale, person.answers, { person: { ...person, isHead }, links }),
  ]);
  return (
    <Stack isClose>
      <h2>{isHead ? t('group.head') : t('group.member', { number: words.number(person.position) })}</h2>
      <SummaryList
        rows={[
          ...rows,
          ...(person.photoAt === null
            ? []
            : [{ term: t('group.photoAt'), value: words.date(dayIn(person.photoAt, mexicoCity)) }]),
        ]}
      />
      {person.photoAt === null ? null : (
        <Picture src={`/api/my-data/photo?person=${person.id}`} text={t('group.photo')} />
      )}
      {person.changes.length === 0 ? null : (
        <>
          <h3>{t('changed.title')}</h3>
          <Changes
            locale={locale}
            person={{ id: person.id, isHead }}
            changes={person.changes}
            names={names}
            photo={({ id }) => (
              <Picture src={`/api/my-data/photo?person=${person.id}&change=${id}`} text={t('changed.photo')} />
            )}
          />
        </>
      )}
    </Stack>
  );
}
