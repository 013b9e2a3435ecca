import type { ReactNode } from 'react';
import type { Locale } from '#core/language/locales.ts';
import panelStyles from '../panel/panel.module.css';

/** The language menu's buttons belong to this form, so that what was typed goes along. */
export const pageFormId = 'page-form';

type Props = {
  readonly action: string;
  /** The page's path without its locale: where the person is led back to, such as `register/name`. */
  readonly page: string;
  readonly locale: Locale;
  readonly id?: string;
  readonly isMultipart?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A plain form. `noValidate`: the browser's own messages would speak the browser's language. */
export function PageForm({ action, page, locale, id, isMultipart = false, hidden = {}, children }: Props) {
  return (
    <form
      id={id}
      method="post"
      action={action}
      encType={isMultipart ? 'multipart/form-data' : undefined}
      noValidate
      className={panelStyles.stack}
    >
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
