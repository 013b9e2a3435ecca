import { Picture } from './picture.tsx';

export const examples = { photo: <Picture src="/icon.svg" text="Your photo" /> };
