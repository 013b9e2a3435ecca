import { Fragment } from 'react';
import styles from './address.module.css';

/** Letters that fit beside each other on the narrowest phone. */
const widest = 24;

/** Before the sign of an e-mail address, and after each slash of a page's but the two at its beginning. */
const joints = /(?=@)|(?<=[^:/]\/)/;

/** An address of e-mail or of a page, from left to right in every language: it parts at its joints, not in a word. */
export function Address({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr">
      {children.split(joints).map((piece, index) => (
        <Fragment key={piece}>
          {index > 0 ? <wbr /> : null}
          <span className={piece.length <= widest ? styles.whole : undefined}>{piece}</span>
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
