import { confirmForm } from '../../_forms/offer-confirm.tsx';
import { personPage } from '../../_forms/person-page.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(confirmForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
