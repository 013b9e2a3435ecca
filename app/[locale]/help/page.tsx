import { DrawLinks } from '../_draws/draw-links.tsx';
import { documentPage } from '../_way/document-page.tsx';

const page = documentPage('help', (locale) => <DrawLinks locale={locale} />);

export const generateMetadata = page.generateMetadata;
export default page.Page;
