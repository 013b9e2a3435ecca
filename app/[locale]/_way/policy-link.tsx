import { LineLink } from '#app/_ui/button/button.tsx';
import type { Locale } from '#core/language/locales.ts';

/** The name of a version of the rules, which leads to what it says. */
export function PolicyLink({ locale, name }: { readonly locale: Locale; readonly name: string }) {
  return (
    <LineLink href={`/${locale}/policies#${name}`}>
      <bdi dir="ltr">{name}</bdi>
    </LineLink>
  );
}
