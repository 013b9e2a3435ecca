import { personPage } from '../_forms/person-page.tsx';
import { withdrawForm } from '../_forms/withdraw.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(withdrawForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
