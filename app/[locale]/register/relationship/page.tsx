import { redirect } from 'next/navigation';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';

/** About somebody of the group only: without saying who, the page is her group's. Its twin asks. */
export default async function Page(props: LocaleParams) {
  redirect(`/${await pageLocale(props)}/register/group`);
}
