import { Fragment } from 'react';
import styles from './address.module.css';

/** Letters that fit beside each other on the narrowest phone. */
const widest = 24;

/** An e-mail address, from left to right in every language: it goes into the next line at its sign, not at a hyphen. */
export function Address({ children }: { readonly children: string }) {
  const at = children.indexOf('@');
  const halves = at < 1 ? [children] : [children.slice(0, at), children.slice(at)];
  return (
    <bdi dir="ltr">
      {halves.map((half, index) => (
        <Fragment key={half}>
          {index > 0 ? <wbr /> : null}
          <span className={half.length <= widest ? styles.whole : undefined}>{half}</span>
        </Fragment>
      ))}
    </bdi>
  );
}

/** A number of letters and digits to be said, from left to right and in one line. */
export function SpokenNumber({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className={styles.whole}>
      {children}
    </bdi>
  );
}
