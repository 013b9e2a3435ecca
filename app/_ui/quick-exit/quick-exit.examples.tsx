import { QuickExit } from './quick-exit.tsx';

export const examples = { plain: <QuickExit text="Leave this page quickly" /> };
