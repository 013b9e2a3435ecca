import { codeCheckForm } from '../../_forms/account-code-check.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(codeCheckForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
