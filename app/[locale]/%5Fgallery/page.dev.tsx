import { readFileSync } from 'node:fs';
import { loadMessages } from '#app/_i18n/messages.ts';
import { Gallery } from '#app/_ui/gallery/gallery.dev.tsx';
import { wordsOf } from '#app/_ui/gallery/in-words.ts';
import { type SchemeName, schemes, tokensIn } from '#app/_ui/gallery/schemes.ts';
import { builtLocales } from '#core/language/published.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../_way/page-locale.ts';

export const metadata = { title: 'Components' };

/** Of every component every state. A page of `npm run dev` alone: `next.config.ts` knows no `page.dev.tsx` otherwise. */
export default async function GalleryPage(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const [wish, size] = await Promise.all([queryOf(props, 'scheme'), queryOf(props, 'size')]);
  const scheme = Object.keys(schemes).find((name): name is SchemeName => name === wish);
  // Twice `:root`: before what the phone prefers.
  const styles = [
    scheme ? `:root:root{${tokensIn(readFileSync('app/_ui/tokens.css', 'utf8'), schemes[scheme])}}` : '',
    size === '200' ? 'html{font-size:200%}' : '',
  ];
  return (
    <>
      <style>{styles.join('')}</style>
      <Gallery
        switches={{ locale, scheme, size: size === '200' ? size : undefined }}
        locales={builtLocales}
        words={wordsOf(await loadMessages('en'), await loadMessages(locale))}
      />
    </>
  );
}
