import { notFound } from 'next/navigation';
import { isFurtherStep } from '#core/registration/answers.ts';
import { blankPage } from '../../_forms/blank-page.tsx';
import { forms } from '../../_forms/forms.ts';
import type { LocaleParams } from '../../_way/page-locale.ts';
import { screenSteps } from '../../_way/screen-policy.ts';

type Props = LocaleParams & { readonly params: Promise<{ readonly question: string }> };

/** The further questions that the policy asks; of the others there is no page. */
export const dynamicParams = false;

export function generateStaticParams() {
  return screenSteps('head')
    .filter(isFurtherStep)
    .map((question) => ({ question }));
}

export async function generateMetadata(props: Props) {
  return (await pageOf(props)).generateMetadata(props);
}

export default async function Question(props: Props) {
  const { Page } = await pageOf(props);
  return <Page {...props} />;
}

async function pageOf({ params }: Props) {
  const { question } = await params;
  return isFurtherStep(question) ? blankPage(forms[`register/${question}`]) : notFound();
}
