import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { Table } from '#app/_ui/table/table.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { ProposalView } from '#server/services/policy.ts';
import { PolicyRules } from '../../policies/policy-rules.tsx';

type Props = { readonly locale: Locale; readonly proposal: ProposalView; readonly mayPublish: boolean };

/** What is proposed, and rule by rule, under the names of the file, what would be otherwise than in the last rules. */
export async function ProposalCard({ locale, proposal, mayPublish }: Props) {
  const t = await getTranslations({ locale, namespace: 'policy' });
  const { policy, changes, isMine } = proposal;
  return (
    <Card>
      <h2>{t('version', { name: policy.name })}</h2>
      <Table
        id={`changes-${policy.name}`}
        caption={t('proposal.changes')}
        head={[t('proposal.rule'), t('proposal.before'), t('proposal.after')].map((title) => ({ title }))}
        rows={changes.map(({ rule, before, after }) => ({
          key: rule,
          cells: [rule, before, after].map((value, index) => (
            <bdi key={String(index)} dir="ltr">
              {value}
            </bdi>
          )),
        }))}
      />
      <PolicyRules locale={locale} policy={policy} state="ahead" />
      {isMine || !mayPublish ? (
        <p>{t('proposal.other')}</p>
      ) : (
        <PageForm
          locale={locale}
          page="staff/policies"
          action="/api/staff/policy-publish"
          hidden={{ name: policy.name }}
        >
          <Button>{t('proposal.publish')}</Button>
        </PageForm>
      )}
    </Card>
  );
}
