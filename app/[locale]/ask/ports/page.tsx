import { portsForm } from '../../_forms/ask-ports.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(portsForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
