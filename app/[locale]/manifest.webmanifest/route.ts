import { getTranslations } from 'next-intl/server';
import { manifestOf } from '#app/_pwa/manifest.ts';
import { builtLocales } from '#core/language/published.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';

// A file that the gateway sends: made once, by the build.
export const dynamic = 'force-static';

export function generateStaticParams() {
  return builtLocales.map((locale) => ({ locale }));
}

export async function GET(_request: Request, context: LocaleParams) {
  const locale = await pageLocale(context);
  const t = await getTranslations({ locale });
  return Response.json(manifestOf(locale, t), { headers: { 'Content-Type': 'application/manifest+json' } });
}
