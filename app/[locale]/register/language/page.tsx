import { blankPage } from '../../_forms/blank-page.tsx';
import { languageForm } from '../../_forms/register-language.tsx';

const page = blankPage(languageForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
