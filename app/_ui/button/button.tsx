import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';

/** `grave` for what can't be taken back. */
export type ButtonLook = 'first' | 'second' | 'grave';

/** A form's button. Never disabled: whoever presses too early is told what is missing. (`ScriptButton` has no form.) */
export function Button({
  look = 'first',
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { readonly look?: ButtonLook }) {
  return <button {...rest} type={type} className={buttonClass(look)} />;
}

/** A link that looks like the next step. */
export function ButtonLink({
  look = 'first',
  href,
  children,
}: {
  readonly look?: ButtonLook;
  readonly href: string;
  readonly children: ReactNode;
}) {
  return (
    <a href={href} className={buttonClass(look)}>
      {children}
    </a>
  );
}

type LineLinkProps = {
  readonly href: string;
  /** Name under which it is saved instead of opened. */
  readonly download?: string;
  readonly children: ReactNode;
};

/** A link with a line of its own, for what fewer people want. Within a sentence a plain `a` is right. */
export function LineLink({ href, download, children }: LineLinkProps) {
  return (
    <a href={href} download={download} className={styles.line}>
      {children}
    </a>
  );
}

/** For a link that a script makes. */
export function buttonClass(look: ButtonLook): string {
  return [styles.button, look === 'first' ? '' : styles[look]].filter(Boolean).join(' ');
}
