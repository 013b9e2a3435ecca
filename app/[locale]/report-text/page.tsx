import { getTranslations } from 'next-intl/server';
import { FormDraft } from '#app/_pwa/drafts/form-draft.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm, pageFormId } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import { type Locale, localeFacts } from '#core/language/locales.ts';
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

export async function generateMetadata(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { title } = await wordsOf(locale, await isAboutUse(props));
  return personalTitle(locale, path, title);
}

/** What does not work for somebody is told by the same form as wrong words: it comes from the accessibility statement. */
async function isAboutUse(props: SearchParams): Promise<boolean> {
  return (await queryOf(props, 'about')) === 'use';
}

async function wordsOf(locale: Locale, isUse: boolean) {
  const max = String(longestTold);
  if (isUse) {
    const t = await getTranslations({ locale, namespace: 'accessibility' });
    return { title: t('tell.title'), lead: t('tell.lead'), words: t('tell.what'), hint: t('tell.hint', { max }) };
  }
  const t = await getTranslations({ locale, namespace: 'textReport' });
  return { title: t('title'), lead: t('lead'), words: t('words'), hint: t('wordsHint', { max }) };
}

/** Made anew each time, since it names the page that she came from; nobody has to be signed in. */
export default async function ReportText(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const isUse = await isAboutUse(props);
  const [said, t, tCommon, tProblem, session, screen] = await Promise.all([
    wordsOf(locale, isUse),
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
  const texts = isUse ? [] : (screen?.texts ?? []);
  const query = new URLSearchParams({ screen: screen?.path ?? '', ...(isUse ? { about: 'use' } : {}) });
  const page = screen ? `${path}?${query.toString()}` : path;
  const labels = { words: said.words, remark: t('remark'), ...(texts.length > 0 ? { chosen: t('choose') } : {}) };
  return (
    <Shell locale={locale} page={page} isForm isSignedIn={session.accountId !== null}>
      {screen?.isOpen ? (
        <BackLink href={`/${locale}${screen.path === 'start' ? '' : `/${screen.path}`}`} text={tCommon('back')} />
      ) : null}
      {problem ? (
        <ProblemSummary locale={locale} page={path} problem={problem} labels={labels} requestId={requestId} />
      ) : null}
      <Heading title={said.title} lead={said.lead} />
      <SummaryList
        rows={[
          ...(screen && !isUse ? [{ term: t('page'), value: screen.name }] : []),
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
          label={said.words}
          hint={said.hint}
          problem={problemOf('words')}
          value={entered['words']}
          rows={isUse ? 6 : 3}
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
        {isUse ? null : (
          <TextArea
            name="remark"
            label={t('remark')}
            hint={t('remarkHint', { max: String(longestTold) })}
            problem={problemOf('remark')}
            value={entered['remark']}
          />
        )}
        <FormDraft locale={locale} page={page} handedBackAt={handedBackAt(outcome)} isRefused={problem !== null} />
        <Button>{t('button')}</Button>
      </PageForm>
    </Shell>
  );
}
