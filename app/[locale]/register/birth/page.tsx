import { blankPage } from '../../_forms/blank-page.tsx';
import { birthForm } from '../../_forms/register-birth.tsx';

const page = blankPage(birthForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
