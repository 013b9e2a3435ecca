import { blankPage } from '../../_forms/blank-page.tsx';
import { nameForm } from '../../_forms/register-name.tsx';

const page = blankPage(nameForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
