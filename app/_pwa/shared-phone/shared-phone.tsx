import { getTranslations } from 'next-intl/server';
import { Card, ScriptedOnly, Stack } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import { SharedSwitch } from './shared-switch.tsx';

/** The choice for a phone that several people use. Without a script nothing is kept, and there is nothing to choose. */
export async function SharedPhone({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'draft' });
  return (
    <ScriptedOnly>
      <Card>
        <Stack isClose>
          <h2>{t('shared.title')}</h2>
          <SharedSwitch
            words={{ what: t('shared.what'), on: t('shared.on'), isOn: t('shared.isOn'), off: t('shared.off') }}
          />
        </Stack>
      </Card>
    </ScriptedOnly>
  );
}
