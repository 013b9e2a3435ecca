import { LanguageMenu } from './language-menu.tsx';

export const examples = {
  links: <LanguageMenu locale="ht" page="status" isForm={false} label="Lang" />,
  onForm: <LanguageMenu locale="en" page="register/name" isForm label="Language" />,
};
