import { missedForm } from '../../_forms/appointment-missed.tsx';
import { personPage } from '../../_forms/person-page.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(missedForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
