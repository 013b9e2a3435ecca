import type { ReactNode } from 'react';
import { SpokenNumber } from '../address/address.tsx';
import { Filled } from '../filled/filled.tsx';
import styles from './error-summary.module.css';

/** For a control whose problem is told in the summary alone. */
export const problemId = 'problem';

type Props = {
  /** Left out where the page's own heading says it. */
  readonly title?: string | undefined;
  /** What happened, what was found, what to do: one sentence or two each. */
  readonly texts: readonly string[];
  readonly entries?: readonly { readonly href: string; readonly text: string }[];
  /** `text` has `{id}` in it. */
  readonly requestId?: { readonly text: string; readonly id: string } | undefined;
  /** Ways out, such as "Let a person help me". */
  readonly children?: ReactNode;
};

/**
 * What went wrong, on top of the page. Browsers focus it by `autofocus` while they load the page, so screen readers
 * begin here, with a script or without.
 */
export function ErrorSummary({ title, texts, entries = [], requestId, children }: Props) {
  return (
    <div role="alert" tabIndex={-1} autoFocus className={styles.summary} id={problemId}>
      {title ? <h2>{title}</h2> : null}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {entries.length > 0 ? (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.href}>
              <a href={entry.href}>{entry.text}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
      {requestId ? (
        <p className={styles.small}>
          <Filled text={requestId.text} parts={{ id: <SpokenNumber>{requestId.id}</SpokenNumber> }} />
        </p>
      ) : null}
    </div>
  );
}
