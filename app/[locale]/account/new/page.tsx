import { newAccountForm } from '../../_forms/account-new.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(newAccountForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
