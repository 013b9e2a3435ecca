import { LanguageList } from './language-list.tsx';

export const examples = { plain: <LanguageList locale="en" current="This page is in this language" /> };
