import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { DrawLinks } from '../_draws/draw-links.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';
import { PolicyRules } from './policy-rules.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'policy' });
  return pageTitle(locale, t('title'));
}

/** Every version of the rules that there ever was or that is to come, for everybody. */
export default async function Policies(props: LocaleParams) {
  const [locale, session] = await Promise.all([pageLocale(props), pageSession()]);
  const t = await getTranslations({ locale, namespace: 'policy' });
  const { policies, nowIn } = services().policies();
  const stateAt = (index: number) => (index === nowIn ? 'now' : index > nowIn ? 'ahead' : 'past');
  return (
    <Shell locale={locale} page="policies" isSignedIn={session.accountId !== null}>
      <Heading title={t('title')} lead={t('what')} />
      {policies
        .map((policy, index) => (
          <Card key={policy.name}>
            {/* Whatever names a version leads here. */}
            <h2 id={policy.name}>{t('version', { name: policy.name })}</h2>
            <PolicyRules locale={locale} policy={policy} state={stateAt(index)} />
          </Card>
        ))
        .toReversed()}
      <LineLink href="/api/policies.json">{t('file')}</LineLink>
      <DrawLinks locale={locale} />
    </Shell>
  );
}
