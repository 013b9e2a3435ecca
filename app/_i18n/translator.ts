import type { Messages, NamespaceKeys, NestedKeyOf, useTranslations } from 'next-intl';

/** The type of a `t` that is handed on: `{ t: Translator<'offer.confirm'> }`. The check of the catalogs reads it, too. */
export type Translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof useTranslations<Namespace>
>;
