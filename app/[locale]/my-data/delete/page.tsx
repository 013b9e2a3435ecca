import { blankPage } from '../../_forms/blank-page.tsx';
import { deleteForm } from '../../_forms/my-data-delete.tsx';

const page = blankPage(deleteForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
