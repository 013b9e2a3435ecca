import { getTranslations } from 'next-intl/server';
import { Field } from '#app/_ui/field/field.tsx';
import type { Locale } from '#core/language/locales.ts';

type Props = {
  readonly locale: Locale;
  readonly value: string | undefined;
  readonly problem: string | undefined;
};

/** A recovery code as it is typed or pasted; nothing remembers it for the next who takes the phone. */
export async function CodeField({ locale, value, problem }: Props) {
  const t = await getTranslations({ locale, namespace: 'account' });
  return (
    <Field
      name="code"
      inputMode="numeric"
      // A number reads from left to right in every script.
      dir="ltr"
      label={t('signIn.label')}
      hint={t('signIn.hint')}
      problem={problem}
      value={value}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
