import { getTranslations } from 'next-intl/server';
import { FormDraft } from '#app/_pwa/drafts/form-draft.tsx';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Found, ReviewReason } from '#core/review/reason.ts';
import type { DecidedView } from '#server/services/review.ts';
import { fieldText } from '../_problem/problem-text.ts';
import { PhotoLinks } from './photo-links.tsx';
import { WhatWasFound } from './what-was-found.tsx';

type Props = {
  readonly locale: Locale;
  readonly accountId: AccountId;
  readonly step: 'ask' | 'confirm' | 'photo';
  readonly reason: ReviewReason;
  readonly found: Found;
  /** Where the form leads back to. */
  readonly page: string;
  /** Of the field for her words. */
  readonly label: string;
  readonly statement: string | undefined;
  readonly problem: Problem | null;
  /** When the server came to what it hands back (milliseconds since 1970); null: nothing. */
  readonly handedBackAt: number | null;
  /** A person looked before and could not say yes: now she says what is new. */
  readonly before: DecidedView | null;
};

const tryAgain = { ask: 'ask/send', confirm: 'offer/confirm' } as const;

/** What was found, what she can do, and a person to look at it. */
export async function AskAPerson(props: Props) {
  const { locale, step, reason, found, page, label, statement, problem, handedBackAt, before } = props;
  const [t, assisted, problems] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'assisted' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  const isRefused = reason !== 'help';
  const wrong = problem?.fields?.find(({ field }) => field === 'statement');
  // A no of long ago is not shown any more, and still asks for what is new. A photo is looked at once it was refused.
  const plain = isRefused || before !== null || wrong !== undefined || step === 'photo' ? null : step;
  return (
    <>
      {isRefused ? (
        <Card>
          <h2>{t('ask.found')}</h2>
          <WhatWasFound locale={locale} reason={reason} found={found} />
          <TryAgain {...props} />
        </Card>
      ) : null}
      <Stack isClose>
        {plain ? <p>{assisted(`${plain}.what`)}</p> : <h2>{t('ask.title')}</h2>}
        {plain ? null : <p>{t('ask.what')}</p>}
        {reason === 'missed' ? <p>{t('ask.missed')}</p> : null}
        <p>{assisted('how')}</p>
      </Stack>
      <PageForm
        locale={locale}
        page={page}
        action="/api/assistance"
        hidden={{
          step,
          reason,
          ...Object.fromEntries(Object.entries(found).map(([name, n]) => [name, String(n)])),
          // The same words after a no are another asking, not the same click once more.
          ...(before ? { after: String(before.decidedAt) } : {}),
        }}
      >
        {plain ? null : (
          <TextArea
            name="statement"
            label={label}
            hint={before ? t('ask.newsHint') : t('ask.hint')}
            problem={wrong && fieldText(problems, wrong)}
            value={statement}
          />
        )}
        {plain ? null : (
          <CheckBox
            name="maySeePhoto"
            label={t(step === 'photo' ? 'ask.refusedPhoto' : 'ask.photo')}
            value="yes"
            // Only these two are about a face (decision 0018).
            isChecked={step === 'photo' || step === 'confirm'}
          />
        )}
        {plain ? null : (
          <FormDraft locale={locale} page={page} handedBackAt={handedBackAt} isRefused={problem !== null} />
        )}
        <Button>{plain ? assisted(`${plain}.button`) : t('ask.button')}</Button>
      </PageForm>
    </>
  );
}

/** The way back to the step, where another try by herself can end otherwise; on this phone, or at all. */
async function TryAgain({ locale, accountId, step, reason }: Props) {
  const [t, problems] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  if (reason === 'missed') return null;
  if (reason === 'device-limit') return <p>{problems('device-limit.next')}</p>;
  return step === 'photo' ? (
    <PhotoLinks locale={locale} accountId={accountId} text={t('ask.again')} isChange={false} />
  ) : (
    <ButtonLink look="second" href={`/${locale}/${tryAgain[step]}`}>
      {t('ask.again')}
    </ButtonLink>
  );
}
