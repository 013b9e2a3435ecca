import { documentPage } from '../../_way/document-page.tsx';

/** The twin of the prerendered terms: the gateway shows it while the policy in force names others. */
export const dynamic = 'force-dynamic';

const page = documentPage('terms');

export const generateMetadata = page.generateMetadata;
export default page.Page;
