import { blankPage } from '../_forms/blank-page.tsx';
import { reportSellerForm } from '../_forms/report-seller.tsx';

const page = blankPage(reportSellerForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
