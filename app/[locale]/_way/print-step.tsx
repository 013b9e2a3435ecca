import { getTranslations } from 'next-intl/server';
import { ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import type { Locale } from '#core/language/locales.ts';

/** A button that prints the page; without a script, where the browser has its own. */
export async function PrintStep({ locale, text }: { readonly locale: Locale; readonly text: string }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <>
      <ScriptedOnly>
        <PrintButton text={text} />
      </ScriptedOnly>
      <noscript>
        <p>{t('needsScript.print')}</p>
      </noscript>
    </>
  );
}
