import { cancelForm } from '../../_forms/appointment-cancel.tsx';
import { personPage } from '../../_forms/person-page.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(cancelForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
