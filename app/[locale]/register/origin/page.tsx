import { blankPage } from '../../_forms/blank-page.tsx';
import { originForm } from '../../_forms/register-origin.tsx';

const page = blankPage(originForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
