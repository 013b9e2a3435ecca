import { getTranslations } from 'next-intl/server';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import { leastNoticeHours } from '#core/policy/proposal.ts';
import { can } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import { fieldText } from '../../_problem/problem-text.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { ProposalCard } from './proposal-card.tsx';

export const dynamic = 'force-dynamic';

const path = 'staff/policies';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'policy' });
  return personalTitle(locale, path, t('proposal.home'));
}

/** New rules: proposed by one person, published by another. */
export default async function StaffPolicies(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await staffFor(locale, 'propose-policy');
  const [t, problems, proposals] = await Promise.all([
    getTranslations({ locale, namespace: 'policy' }),
    getTranslations({ locale, namespace: 'problem' }),
    services().proposals(accountId),
  ]);
  const last = services().policies().policies.at(-1);
  const outcome = session.outcomeFor(path);
  const wrong = outcome?.problem?.fields?.find(({ field }) => field === 'policy');
  return (
    <StaffPage
      locale={locale}
      path={path}
      session={session}
      title={t('proposal.home')}
      labels={{ policy: t('proposal.label') }}
    >
      <LineLink href={`/${locale}/policies`}>{t('proposal.all')}</LineLink>
      <h2>{t('proposal.waiting')}</h2>
      {proposals.length === 0 ? <p>{t('proposal.none')}</p> : null}
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.policy.name}
          locale={locale}
          proposal={proposal}
          mayPublish={can(session.role, 'publish-policy')}
        />
      ))}
      <Card>
        <Stack>
          <h2>{t('proposal.title')}</h2>
          <PageForm locale={locale} page={path} action="/api/staff/policy">
            <TextArea
              name="policy"
              label={t('proposal.label')}
              hint={t('proposal.hint', { hours: String(leastNoticeHours) })}
              problem={wrong && fieldText(problems, wrong)}
              value={outcome?.entered['policy'] ?? JSON.stringify(last, null, 2)}
              rows={20}
            />
            <Button>{t('proposal.button')}</Button>
          </PageForm>
        </Stack>
      </Card>
    </StaffPage>
  );
}
