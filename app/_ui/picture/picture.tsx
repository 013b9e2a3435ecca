import styles from './picture.module.css';

/** A photo with what it shows in words. Loaded when it comes into view: data is prepaid. */
export function Picture({ src, text }: { readonly src: string; readonly text: string }) {
  // A plain one: Next's own would ask its optimizer, which has no session.
  return <img src={src} alt={text} loading="lazy" width={160} height={200} className={styles.picture} />;
}
