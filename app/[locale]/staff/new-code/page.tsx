import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Code, ScriptedOnly, Unprinted } from '#app/_ui/panel/panel.tsx';
import { PrintButton } from '#app/_ui/print-button/print-button.tsx';
import { codeGroups } from '#core/identity/recovery-code.ts';
import { services } from '#server/services.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/new-code', t('newCode.title'));
}

/** The code for who stands there: in the session of who decided, until it is handed over. */
export default async function NewCode(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'decide-review');
  const [t, account] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'account' }),
  ]);
  const code = session.tokenHash ? await services().shownCode(session.tokenHash) : null;
  return (
    <StaffPage locale={locale} path="staff/new-code" session={session} title={t('newCode.title')}>
      {code === null ? <p>{t('newCode.none')}</p> : null}
      {code === null ? null : (
        <>
          <Unprinted>
            <p>{t('newCode.what')}</p>
          </Unprinted>
          <Card>
            <Code>{codeGroups(code).join(' ')}</Code>
            <p>{account('code.for.phone')}</p>
            <p>{account('code.secret')}</p>
          </Card>
          <Unprinted>
            <ScriptedOnly>
              <PrintButton text={t('newCode.print')} />
            </ScriptedOnly>
            <PageForm locale={locale} page="staff/new-code" action="/api/staff/code-given">
              <Button>{t('newCode.button')}</Button>
            </PageForm>
          </Unprinted>
        </>
      )}
    </StaffPage>
  );
}
