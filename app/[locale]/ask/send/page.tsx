import { sendForm } from '../../_forms/ask-send.tsx';
import { blankPage } from '../../_forms/blank-page.tsx';

const page = blankPage(sendForm);

export const generateMetadata = page.generateMetadata;
export default page.Page;
