import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Unprinted } from '#app/_ui/panel/panel.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { services } from '#server/services.ts';

type Props = { readonly locale: Locale; readonly port: PortCode; readonly day: LocalDay };

/** For a port that has to close a slot: everybody in it goes to another one, of this day or a later one. */
export async function MoveForm({ locale, port, day }: Props) {
  const [t, common, words, days] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    services().slotDays(),
  ]);
  const later = days.filter((other) => other >= day);
  const slots = (await Promise.all(later.map((other) => services().slots(other)))).flat();
  const options = slots
    .filter((slot) => slot.port === port)
    .map(({ slot, places, taken }) => ({
      value: slot,
      label: t('day.move.option', { when: words.slot(slot), taken: words.number(taken), places: words.number(places) }),
    }));
  const ofDay = options.filter(({ value }) => value.startsWith(day));
  return (
    <Unprinted>
      <Card>
        <h2>{t('day.move.title')}</h2>
        <p>{t('day.move.hint')}</p>
        <PageForm locale={locale} page={`staff/day?port=${port}&day=${day}`} action="/api/staff/move" hidden={{ port }}>
          <Select name="from" label={t('day.move.from')} empty={common('choose')} options={ofDay} value={undefined} />
          <Select name="to" label={t('day.move.to')} empty={common('choose')} options={options} value={undefined} />
          <Button look="second">{t('day.move.button')}</Button>
        </PageForm>
      </Card>
    </Unprinted>
  );
}
