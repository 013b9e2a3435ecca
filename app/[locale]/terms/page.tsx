import { documentPage } from '../_way/document-page.tsx';

const page = documentPage('terms');

export const generateMetadata = page.generateMetadata;
export default page.Page;
