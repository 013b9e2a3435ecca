import { blankPage } from '../../_forms/blank-page.tsx';
import { photoForm } from '../../_forms/register-photo.tsx';

const page = blankPage(photoForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
