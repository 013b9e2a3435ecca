import { documentPage } from '../_way/document-page.tsx';

const page = documentPage('privacy');

export const generateMetadata = page.generateMetadata;
export default page.Page;
