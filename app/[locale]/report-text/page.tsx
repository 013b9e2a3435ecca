import { getTranslations } from 'next-intl/server';
import { FormDraft } from '#app/_pwa/drafts/form-draft.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm, pageFormId } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import { localeFacts } from '#core/language/locales.ts';
import { longestTold } from '#core/notice/text-report.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { fieldText } from '../_problem/problem-text.ts';
import { screenOf } from '../_report/screen-name.ts';
import { handedBackAt } from '../_way/outcome-about.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../_way/page-locale.ts';
import { personalTitle } from '../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

const path = 'report-text';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'textReport' });
  return personalTitle(locale, path, t('title'));
}

/** Made anew each time, since it names the page that she came from; nobody has to be signed in. */
export default async function ReportText(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const [t, tCommon, tProblem, session, screen] = await Promise.all([
    getTranslations({ locale, namespace: 'textReport' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    pageSession(),
    queryOf(props, 'screen').then((asked) => screenOf(locale, asked)),
  ]);
  const outcome = session.outcomeFor(path);
  const { entered = {}, problem = null, requestId } = outcome ?? {};
  const problemOf = (name: string) => {
    const found = problem?.fields?.find(({ field }) => field === name);
    return found && fieldText(tProblem, found);
  };
  const texts = screen?.texts ?? [];
  const page = screen ? `${path}?${new URLSearchParams({ screen: screen.path }).toString()}` : path;
  const labels = { words: t('words'), remark: t('remark'), ...(texts.length > 0 ? { chosen: t('choose') } : {}) };
  const max = String(longestTold);
  return (
    <Shell locale={locale} page={page} isForm isSignedIn={session.accountId !== null}>
      {screen?.isOpen ? (
        <BackLink href={`/${locale}${screen.path === 'start' ? '' : `/${screen.path}`}`} text={tCommon('back')} />
      ) : null}
      {problem ? (
        <ProblemSummary locale={locale} page={path} problem={problem} labels={labels} requestId={requestId} />
      ) : null}
      <Heading title={t('title')} lead={t('lead')} />
      <SummaryList
        rows={[
          ...(screen ? [{ term: t('page'), value: screen.name }] : []),
          { term: tCommon('language.label'), value: localeFacts[locale].name },
        ]}
      />
      <PageForm
        id={pageFormId}
        action="/api/text-report"
        page={page}
        locale={locale}
        hidden={{ screen: screen?.path ?? '' }}
      >
        <TextArea
          name="words"
          label={t('words')}
          hint={t('wordsHint', { max })}
          problem={problemOf('words')}
          value={entered['words']}
          rows={3}
        />
        {texts.length > 0 ? (
          <Select
            name="chosen"
            label={t('choose')}
            empty={tCommon('none')}
            options={texts.map((text) => ({ value: text, label: text }))}
            problem={problemOf('chosen')}
            value={entered['chosen']}
          />
        ) : null}
        <TextArea
          name="remark"
          label={t('remark')}
          hint={t('remarkHint', { max })}
          problem={problemOf('remark')}
          value={entered['remark']}
        />
        <FormDraft locale={locale} page={page} handedBackAt={handedBackAt(outcome)} isRefused={problem !== null} />
        <Button>{t('button')}</Button>
      </PageForm>
    </Shell>
  );
}
