import type { ReactNode } from 'react';
import { Notice, type NoticeLook } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';

type Props = {
  readonly look: NoticeLook;
  readonly title: string;
  /** How it is. */
  readonly what: string;
  readonly nextTitle: string;
  /** What comes next, and what she can do. */
  readonly children: ReactNode;
};

/** One state in big letters, and below it what comes next. */
export function StatePanel({ look, title, what, nextTitle, children }: Props) {
  return (
    <>
      <Notice look={look} title={title}>
        <p>{what}</p>
      </Notice>
      <Stack isClose>
        <h2>{nextTitle}</h2>
        {children}
      </Stack>
    </>
  );
}
