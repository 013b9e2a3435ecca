import { declineForm } from '../../_forms/offer-decline.tsx';
import { personPage } from '../../_forms/person-page.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(declineForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
