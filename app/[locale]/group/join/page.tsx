import { blankPage } from '../../_forms/blank-page.tsx';
import { joinForm } from '../../_forms/group-join.tsx';

const page = blankPage(joinForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
