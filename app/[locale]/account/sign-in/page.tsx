import { codeSignInForm } from '../../_forms/account-sign-in.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(codeSignInForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
