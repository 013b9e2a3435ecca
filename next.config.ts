import { readdirSync } from 'node:fs';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';

const source = './locales/en';
const areas = readdirSync(source).filter((name) => name.endsWith('.json'));

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/_i18n/request.ts',
  experimental: {
    // Writes locales/en/<area>.d.json.ts, also at `next typegen`: keys and arguments as types.
    createMessagesDeclaration: areas.map((name) => `${source}/${name}`),
    // Parses the messages at build time: 8.5 KB less on a form page, and broken ICU stops the build.
    messages: { path: './locales', format: 'json', locales: 'infer', sourceLocale: 'en', precompile: true },
  },
});

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` judges the types; building them again would take ten seconds of every start.
  typescript: { ignoreBuildErrors: true },
  // A lock file further up on somebody's machine is none of ours.
  turbopack: { root: import.meta.dirname },
  // Development is reached by both names; the gateway sends the one to the other.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
};

// The plugin writes the types of the messages: a running server may have no right to write here, and needs none.
export default (phase: string): NextConfig =>
  phase === PHASE_PRODUCTION_SERVER ? config : withNextIntl({ ...config, pageExtensions: extensionsIn(phase) });

/** Pages for developers, such as the gallery of components, are called `page.dev.tsx`, and are in no build. */
function extensionsIn(phase: string): string[] {
  return [...(phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx'] : []), 'tsx', 'ts'];
}
