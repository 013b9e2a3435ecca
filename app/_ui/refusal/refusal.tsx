'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '#core/problem/kinds.ts';
import styles from '../error-summary/error-summary.module.css';
import { type RefusalBook, refusalTexts } from './refusal-words.ts';

type Props = { readonly book: RefusalBook; readonly problem: Problem; readonly children: ReactNode };

/** What stands in the way, told as soon as the phone knows it. Takes the focus, since it came by itself. */
export function Refusal({ book, problem, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const { title, texts } = refusalTexts(book, problem);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary}>
      <h2>{title}</h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {children}
    </div>
  );
}
