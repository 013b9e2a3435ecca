import { documentPage } from '../_way/document-page.tsx';
import { LastTests } from './last-tests.tsx';

const page = documentPage('accessibility', (locale) => <LastTests locale={locale} />);

export const generateMetadata = page.generateMetadata;
export default page.Page;
