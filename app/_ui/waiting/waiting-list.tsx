'use client';

import type { WaitingState } from '#app/_pwa/worker-messages.ts';
import { Button, ButtonLink } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import panelStyles from '../panel/panel.module.css';
import { Card, Quiet, Stack } from '../panel/panel.tsx';
import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { startWaitingList, type WaitingFacts, type WaitingShown } from './start-waiting-list.ts';

const ref = whileHere(startWaitingList);

type Told = { readonly title: string; readonly what: string };

type Props = {
  readonly locale: string;
  readonly words: {
    readonly none: string;
    readonly list: string;
    readonly state: Readonly<Record<WaitingState, string>>;
    readonly open: string;
    readonly status: string;
    readonly remove: string;
    readonly send: string;
    readonly sending: string;
    readonly arrived: string;
    readonly later: string;
    readonly unsupported: string;
    readonly out: Told & { readonly button: string };
    readonly signIn: Told & { readonly button: string };
    readonly kept: Told & { readonly next: string };
  };
  readonly facts: Omit<WaitingFacts, 'locale'>;
};

/** What waits on this phone, and what she can do about it. Reached from every page, and by what was sent without a line. */
export function WaitingList({ locale, words, facts }: Props) {
  const at = (state: WaitingShown) => when([state], 'asking');
  return (
    <div ref={ref} className={panelStyles.filled} data-waiting-list={JSON.stringify({ ...facts, locale })}>
      <Stack>
        <div hidden data-part="kept">
          <Notice look="good" title={words.kept.title}>
            <p>{words.kept.what}</p>
            <div data-part="next">
              <ButtonLink href={`/${locale}`}>{words.kept.next}</ButtonLink>
            </div>
          </Notice>
        </div>
        <div hidden data-part="out">
          <Notice look="wait" title={words.out.title}>
            <p>{words.out.what}</p>
            <form method="post" action="/api/sign-out">
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="anyway" value="yes" />
              <Button look="grave">{words.out.button}</Button>
            </form>
          </Notice>
        </div>
        <p role="status" tabIndex={-1}>
          <span {...at('sending')}>{words.sending}</span>
          <span {...at('later')}>{words.later}</span>
          <span {...at('arrived')}>{words.arrived}</span>
          <span {...at('none')}>{words.none}</span>
          <span {...at('unsupported')}>{words.unsupported}</span>
        </p>
        <div hidden data-part="sign-in">
          <Notice look="wait" title={words.signIn.title}>
            <p>{words.signIn.what}</p>
            <ButtonLink href={`/${locale}/sign-in`}>{words.signIn.button}</ButtonLink>
          </Notice>
        </div>
        <div hidden data-part="list">
          <Stack>
            <h2>{words.list}</h2>
            <Row locale={locale} words={words} />
            <div data-part="rows">
              <Stack>{null}</Stack>
            </div>
            <Button type="button" data-act="send">
              {words.send}
            </Button>
          </Stack>
        </div>
      </Stack>
    </div>
  );
}

/** As each of them is: its script fills in a copy. */
function Row({ locale, words }: Pick<Props, 'locale' | 'words'>) {
  const at = (...states: readonly WaitingState[]) => when(states, 'waits');
  return (
    <div hidden data-part="row">
      <Card>
        <h3> </h3>
        <p>
          <span {...at('waits')}>{words.state.waits}</span>
          <span {...at('refused')}>{words.state.refused}</span>
          <span {...at('over')}>{words.state.over}</span>
        </p>
        <div data-part="since">
          <Quiet> </Quiet>
        </div>
        <div data-part="open" {...at('refused')}>
          <ButtonLink look="second" href={`/${locale}`}>
            {words.open}
          </ButtonLink>
        </div>
        <div {...at('over')}>
          <ButtonLink look="second" href={`/${locale}/status`}>
            {words.status}
          </ButtonLink>
        </div>
        <Button type="button" look="second" data-act="drop">
          {words.remove}
        </Button>
      </Card>
    </div>
  );
}
