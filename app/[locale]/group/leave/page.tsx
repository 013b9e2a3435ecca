import { leaveForm } from '../../_forms/group-leave.tsx';
import { personPage } from '../../_forms/person-page.tsx';

export const dynamic = 'force-dynamic';

const page = personPage(leaveForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
