import { blankPage } from '../_forms/blank-page.tsx';
import { signInForm } from '../_forms/sign-in.tsx';

const page = blankPage(signInForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
