'use client';

import { useEffect, useRef } from 'react';
import type { Problem } from '#core/problem/kinds.ts';
import { ButtonLink } from '../button/button.tsx';
import styles from '../error-summary/error-summary.module.css';
import { type RefusalBook, refusalTexts } from './refusal-words.ts';

type Props = { readonly book: RefusalBook; readonly problem: Problem };

/** What stands in the way, told as soon as the phone knows it. Takes the focus, since it came by itself. */
export function Refusal({ book, problem }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  const { title, texts, ways } = refusalTexts(book, problem);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary}>
      <h2>{title}</h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {ways.map(({ href, text }) => (
        <ButtonLink key={href} look="second" href={href}>
          {text}
        </ButtonLink>
      ))}
    </div>
  );
}
