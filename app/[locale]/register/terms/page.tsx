import { blankPage } from '../../_forms/blank-page.tsx';
import { termsForm } from '../../_forms/register-terms.tsx';

const page = blankPage(termsForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
