'use client';

import { useEffect } from 'react';
import { tellWhatWaits } from './tell-what-waits.ts';
import styles from './waiting-strip.module.css';

type Props = {
  readonly href: string;
  /** With `{countText}` in it. */
  readonly text: string;
};

/** On every page while something waits on this phone. */
export function WaitingStrip({ href, text }: Props) {
  useEffect(() => tellWhatWaits(), []);
  // biome-ignore lint/a11y/useAnchorContent: its script fills it in before it shows it.
  return <a hidden href={href} data-waiting={text} className={styles.strip} />;
}
