import { blankPage } from '../_forms/blank-page.tsx';
import { fromUsForm } from '../_forms/is-it-from-us.tsx';

const page = blankPage(fromUsForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
