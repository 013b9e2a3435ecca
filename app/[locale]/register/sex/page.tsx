import { blankPage } from '../../_forms/blank-page.tsx';
import { sexForm } from '../../_forms/register-sex.tsx';

const page = blankPage(sexForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
