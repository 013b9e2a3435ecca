import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Exact } from '../exact.tsx';
import type { Verdict } from './check-files.ts';

export type VerdictWords = {
  readonly same: string;
  readonly signed: string;
  readonly unsigned: string;
  readonly cannotCheck: string;
  readonly differs: string;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly malformed: string;
};

export function VerdictView({ verdict, words }: { readonly verdict: Verdict; readonly words: VerdictWords }) {
  const { finding, parties, signatures } = verdict;
  if (finding.verdict === 'malformed')
    return (
      <Notice look="wait" title={words.malformed}>
        <Exact rows={[[words.where, finding.text]]} />
      </Notice>
    );
  if (finding.verdict === 'differs')
    return (
      <Notice look="wait" title={words.differs}>
        <Exact
          rows={[
            [words.where, finding.at],
            [words.expected, finding.expected],
            [words.found, finding.found],
          ]}
        />
      </Notice>
    );
  const about = { none: words.unsigned, right: words.signed, unknown: words.cannotCheck }[signatures];
  return (
    <Stack>
      <Notice look="good" title={words.same}>
        <p>{about}</p>
      </Notice>
      <Exact rows={parties.map(({ name, key }) => [name, key])} />
    </Stack>
  );
}
