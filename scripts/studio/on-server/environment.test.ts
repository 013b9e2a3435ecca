import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStudioEnv, studioVariables } from './environment.ts';

const provider = {
  OIDC_ISSUER: 'https://idp.example',
  OIDC_CLIENT_ID: 'studio',
  OIDC_KEY_FILE: '/keys/client.json',
  STUDIO_TRANSLATORS: '/lists/translators.json',
};
const production = { PUENTE_MODE: 'production', PUBLIC_URL: 'https://studio.example', ...provider };

test('with nothing set it is a sandbox on this machine alone', () => {
  expect(readStudioEnv({ PORT: '' })).toMatchObject({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 4747,
      publicUrl: 'http://localhost:4747',
      oidc: undefined,
      translators: undefined,
    },
  });
});

test('production has a public address, a provider and a list', () => {
  expect(readStudioEnv(production)).toMatchObject({
    ok: true,
    value: {
      publicUrl: 'https://studio.example',
      translators: '/lists/translators.json',
      oidc: { clientId: 'studio' },
    },
  });
});

describe('what is wrong or missing is called by its name', () => {
  test.each([
    ['PUENTE_MODE', { PUENTE_MODE: 'test' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://studio.example/studio' }],
    ['PUBLIC_URL', { ...production, PUBLIC_URL: '' }],
    ['PUBLIC_URL', { ...production, PUBLIC_URL: 'http://studio.example' }],
    ['OIDC_ISSUER', { ...production, OIDC_ISSUER: 'http://idp.example' }],
    ['OIDC_ISSUER', { PUENTE_MODE: 'production', PUBLIC_URL: 'https://studio.example' }],
    ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'studio' }],
    ['OIDC_ISSUER', { STUDIO_TRANSLATORS: '/lists/translators.json' }],
    ['OIDC_CLIENT_ID', { ...production, OIDC_CLIENT_ID: '' }],
    ['OIDC_KEY_FILE', { ...production, OIDC_KEY_FILE: '' }],
    ['STUDIO_TRANSLATORS', { ...production, STUDIO_TRANSLATORS: '' }],
  ])('%s', (variable, source) => {
    expect(readStudioEnv(source)).toMatchObject({ ok: false, error: { variable } });
  });
});

test('docs/operations.md tells of every variable', () => {
  const [, part = ''] = readFileSync('docs/operations.md', 'utf8').split('\n## The studio on a server\n');
  for (const name of studioVariables) expect(part.split('\n## ')[0]).toContain(`\`${name}\``);
});
