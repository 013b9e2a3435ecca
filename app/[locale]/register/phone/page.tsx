import { blankPage } from '../../_forms/blank-page.tsx';
import { phoneForm } from '../../_forms/register-phone.tsx';

const page = blankPage(phoneForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
