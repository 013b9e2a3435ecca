import { renewCodeForm } from '../../_forms/account-new-code.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(renewCodeForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
