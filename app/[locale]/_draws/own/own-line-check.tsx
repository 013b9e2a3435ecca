'use client';

import { useRef, useState } from 'react';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { PickFiles } from '../pick-files.tsx';
import { ReactButton } from '../react-button.tsx';
import { OwnView, type OwnWords } from './own-view.tsx';
import type { OwnVerdict } from './verdict.ts';

type Words = OwnWords & {
  readonly take: string;
  readonly file: string;
  readonly choose: string;
  readonly working: string;
  readonly save: string;
  readonly none: string;
  readonly unreachable: string;
  readonly malformed: string;
  readonly signIn: { readonly href: string; readonly text: string };
};

type State =
  | { readonly kind: 'idle' | 'working' | 'none' | 'unreachable' | 'malformed' }
  | { readonly kind: 'found'; readonly verdict: OwnVerdict; readonly saved: string };

const noFile: readonly number[] = [401, 403, 404];

/** Takes her file from the server or from her phone; what checks it is fetched once, and then needs no line. */
export function OwnLineCheck({ words }: { readonly words: Words }) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const status = useRef<HTMLDivElement>(null);

  async function tell(found: Promise<State>) {
    setState({ kind: 'working' });
    setState(await found.catch((): State => ({ kind: 'unreachable' })));
    status.current?.focus();
  }

  return (
    <Stack>
      <ReactButton onClick={() => void tell(takeMine())}>{words.take}</ReactButton>
      <PickFiles label={words.file} button={words.choose} onPick={([file]) => void (file && tell(read(file)))} />
      <div role="status" tabIndex={-1} ref={status}>
        {state.kind === 'working' ? <p>{words.working}</p> : null}
        {state.kind === 'unreachable' || state.kind === 'malformed' ? (
          <Notice look="wait">
            <p>{words[state.kind]}</p>
          </Notice>
        ) : null}
        {state.kind === 'none' ? (
          <Notice look="wait">
            <p>{words.none}</p>
            <LineLink href={words.signIn.href}>{words.signIn.text}</LineLink>
          </Notice>
        ) : null}
        {state.kind === 'found' ? (
          <Stack>
            <OwnView verdict={state.verdict} words={words} />
            <LineLink href={state.saved} download="my-line.json">
              {words.save}
            </LineLink>
          </Stack>
        ) : null}
      </div>
    </Stack>
  );
}

async function takeMine(): Promise<State> {
  const answer = await fetch('/api/request/my-line.json', { headers: { Accept: 'application/json' } });
  if (noFile.includes(answer.status)) return { kind: 'none' };
  if (!answer.ok) return { kind: 'unreachable' };
  return look(await answer.text());
}

async function read(file: File): Promise<State> {
  return look(await file.text());
}

async function look(text: string): Promise<State> {
  const { checkOwn } = await import('./check-own.ts');
  const verdict = await checkOwn(text);
  if (!verdict) return { kind: 'malformed' };
  return { kind: 'found', verdict, saved: URL.createObjectURL(new Blob([text], { type: 'application/json' })) };
}
