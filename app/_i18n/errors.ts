/** next-intl would show the key and go on, and `next build` would exit with 0: a missing sentence has to stop the build. */
export function failLoudly(error: Error): never {
  throw error;
}

export function refuseFallback({ namespace, key, error }: { namespace?: string; key: string; error: Error }): never {
  const name = [namespace, key].filter(Boolean).join('.');
  throw new Error(`no message for ${name}: run npm run catalogs:check`, { cause: error });
}
