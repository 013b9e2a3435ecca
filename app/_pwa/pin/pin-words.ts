import type { Translator } from '#app/_i18n/translator.ts';

export type PinWords = ReturnType<typeof pinWords>;

/** Of a place where a PIN is asked for: few, since they stand in every form. `full`: the phone is. */
export function pinWords(t: Translator<'draft'>, full: string) {
  return {
    label: t('pin.label'),
    show: t('pin.show'),
    wrong: t('pin.wrong'),
    /** With `{minutes}` in it. */
    wait: t('pin.wait', { minutes: '{minutes}' }),
    noLine: t('pin.noLine'),
    forgot: t('pin.forgot'),
    full,
  };
}
