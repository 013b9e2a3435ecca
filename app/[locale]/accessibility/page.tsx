import { documentPage } from '../_way/document-page.tsx';

const page = documentPage('accessibility');

export const generateMetadata = page.generateMetadata;
export default page.Page;
