import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataRoute } from 'next';
import type { Translator } from '#app/_i18n/translator.ts';
import { dirOf, type Locale } from '#core/language/locales.ts';
import { groundColour, themeColour } from './colours.ts';

/** The addresses of the manifests: one a language, all of the same app (decision 0040). */
export function manifestPath(locale: Locale): string {
  return `/${locale}/manifest.webmanifest`;
}

/** What an installed Puente is called and how it begins, in one language (W3C, Web Application Manifest). */
export function manifestOf(locale: Locale, t: Translator<never>): MetadataRoute.Manifest {
  const screenshots = screenshotsOf(locale, t);
  return {
    // Whatever the language: who changes hers has the same app in another one, not a second one.
    id: '/',
    lang: locale,
    dir: dirOf(locale),
    name: t('meta.appName'),
    short_name: t('common.name'),
    description: t('meta.description'),
    start_url: `/${locale}`,
    scope: '/',
    display: 'standalone',
    theme_color: themeColour,
    background_color: groundColour,
    // Not `government`: it is none.
    categories: ['utilities', 'travel'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/monochrome-192.png', sizes: '192x192', type: 'image/png', purpose: 'monochrome' },
    ],
    // Where everybody gets on: who isn't signed in is led to do so. What can be asked for now, the status says.
    shortcuts: [
      shortcut(locale, { path: 'status', name: t('common.menu.status'), icon: 'status' }),
      shortcut(locale, { path: 'is-it-from-us', name: t('meta.checkMessage'), icon: 'message' }),
      shortcut(locale, { path: 'help', name: t('common.menu.help'), icon: 'help' }),
    ],
    ...(screenshots.length > 0 ? { screenshots } : {}),
  };
}

type Shortcut = { readonly path: string; readonly name: string; readonly icon: string };

function shortcut(locale: Locale, { path, name, icon }: Shortcut) {
  const src = `/icons/${icon}-192.png`;
  return { name, url: `/${locale}/${path}`, icons: [{ src, sizes: '192x192', type: 'image/png' }] };
}

/** In the person's own language or not at all; `npm run screens` makes them (`scripts/screens/app-pictures.ts`). */
function screenshotsOf(locale: Locale, t: Translator<never>) {
  return [
    { screen: 'start', label: t('start.title') },
    { screen: 'register-birth', label: t('register.birth.title') },
    { screen: 'is-it-from-us', label: t('messages.fromUs.title') },
  ]
    .map(({ screen, label }) => ({ src: `/screens/${locale}/${screen}.webp`, label }))
    .filter(({ src }) => existsSync(join(process.cwd(), 'public', src)))
    .map((picture) => ({ ...picture, sizes: '320x640', type: 'image/webp', form_factor: 'narrow' as const }));
}
