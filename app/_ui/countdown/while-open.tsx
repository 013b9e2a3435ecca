'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { ButtonLink } from '../button/button.tsx';
import styles from '../error-summary/error-summary.module.css';
import { Heading } from '../heading/heading.tsx';
import { Stack } from '../panel/panel.tsx';
import { useNow } from './use-now.ts';

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

/**
 * What a page is about until a deadline, and from then on what became of it. Told as an alert alone: the focus goes to the
 * way on, and only where it stood on something that is gone, so that a screen reader says the sentences once.
 */
export function WhileOpen({ deadline, now, title, over, children }: Props) {
  const isOver = useNow(now) > deadline;
  const open = useRef<HTMLDivElement>(null);
  const way = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  // Asked on the way: once the page has changed, the focus is nowhere.
  useEffect(() => {
    const follow = () => {
      hadFocus.current = open.current?.contains(document.activeElement) ?? hadFocus.current;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  useEffect(() => {
    if (!isOver) return;
    document.title = over.pageTitle;
    if (hadFocus.current) way.current?.querySelector('a')?.focus();
  }, [isOver, over.pageTitle]);

  if (!isOver)
    return (
      <div ref={open}>
        <Stack>
          <Heading title={title} />
          {children}
        </Stack>
      </div>
    );
  return (
    <Stack>
      <Heading title={over.title} />
      <div role="alert" className={styles.summary}>
        {over.texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div ref={way}>
        <ButtonLink href={over.way.href}>{over.way.text}</ButtonLink>
      </div>
    </Stack>
  );
}
