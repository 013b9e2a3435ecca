import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';
import { blank, type FormDefinition } from './form-definition.ts';
import { FormScreen } from './form-screen.tsx';

/** A form's prerendered page: the same for everybody, with nothing filled in. */
export function blankPage(form: FormDefinition) {
  const generateMetadata = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    return pageTitle(locale, (await form.words(locale, 'head', {})).title);
  };
  const Page = async (props: LocaleParams) => (
    <FormScreen locale={await pageLocale(props)} form={form} attempt={blank} />
  );
  return { generateMetadata, Page };
}
