import { findForm } from '../../_forms/account-find.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(findForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
