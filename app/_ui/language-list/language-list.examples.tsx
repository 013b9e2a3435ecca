import { LanguageList } from './language-list.tsx';

export const examples = { plain: <LanguageList locale="es" current="Esta página está en este idioma" /> };
