'use client';

import type { ReactNode } from 'react';
import { ButtonLink } from '../button/button.tsx';
import styles from '../error-summary/error-summary.module.css';
import { Heading } from '../heading/heading.tsx';
import { Stack } from '../panel/panel.tsx';
import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { startWhileOpen } from './start-while-open.ts';

const ref = whileHere(startWhileOpen);

type Props = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page. */
  readonly now: number;
  /** The page's heading until then. */
  readonly title: string;
  readonly over: {
    /** Its heading from then on, and the same as the browser shows it. */
    readonly title: string;
    readonly pageTitle: string;
    /** What happened, what she keeps, what she can do: one sentence or two each. */
    readonly texts: readonly string[];
    readonly way: { readonly href: string; readonly text: string };
  };
  /** What can be done until then. */
  readonly children: ReactNode;
};

/** What a page is about until a deadline, and from then on what became of it, told as an alert. */
export function WhileOpen({ deadline, now, title, over, children }: Props) {
  return (
    <div ref={ref} data-while-open={JSON.stringify({ deadline, now, title: over.title, pageTitle: over.pageTitle })}>
      <Stack>
        <Heading title={title} />
        <div {...when(['open'], 'open')}>
          <Stack>{children}</Stack>
        </div>
        <div {...when(['over'], 'open')}>
          <Stack>
            <div role="alert" className={styles.summary}>
              {over.texts.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
            <ButtonLink href={over.way.href}>{over.way.text}</ButtonLink>
          </Stack>
        </div>
      </Stack>
    </div>
  );
}
