import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { SpokenNumber } from '#app/_ui/address/address.tsx';
import { Filled } from '#app/_ui/filled/filled.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { languagesInList } from '#core/language/languages-in-list.ts';
import type { Locale } from '#core/language/locales.ts';
import type { PersonAtPort } from '#server/services/port-day.ts';

type Props = { readonly locale: Locale; readonly people: readonly PersonAtPort[] };

/** Something of what the questions promise was answered: who speaks with her, what is ready, which paper she brings. */
export function hasAnswers(people: readonly PersonAtPort[]): boolean {
  return people.some((person) => person.languages.length > 0 || hasNeeds(person) || person.document !== null);
}

/** What the port has ready for the people of one appointment: languages and needs of the group, each one's document. */
export async function Conversation({ locale, people }: Props) {
  const [t, question, words] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'question' }),
    getWords(locale),
  ]);
  const languages = [...new Set(people.flatMap((person) => person.languages))];
  return (
    <Stack isClose>
      {languages.length > 0 ? (
        <p>{t('day.languages', { languages: words.list(languagesInList(languages.map(words.language), locale)) })}</p>
      ) : null}
      {people.filter(hasNeeds).map(({ id, needs }) => {
        const own = [...(needs?.kinds ?? []).map((kind) => question(`needs.kind.${kind}`)), needs?.text ?? ''];
        return (
          <p key={id}>
            <Filled
              text={t('day.needs', { needs: '{needs}' })}
              parts={{ needs: <bdi>{own.filter((need) => need !== '').join(' · ')}</bdi> }}
            />
          </p>
        );
      })}
      {people.map(({ id, name, document }) =>
        document ? (
          <p key={id}>
            {people.length > 1 ? (
              <>
                <bdi>{name}</bdi>
                <br />
              </>
            ) : null}
            <Filled
              text={t('day.document', {
                kind: question(`document.kind.${document.kind}`),
                country: words.country(document.country),
                signs: '{signs}',
              })}
              parts={{ signs: <SpokenNumber>{document.lastFour}</SpokenNumber> }}
            />
          </p>
        ) : null,
      )}
    </Stack>
  );
}

function hasNeeds({ needs }: PersonAtPort): boolean {
  return needs !== null && (needs.kinds.length > 0 || needs.text !== '');
}
