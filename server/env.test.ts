import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv, refusedSandboxes, variableNames } from './env.ts';
import { startSentence } from './start-failure.ts';

const production = { PUENTE_MODE: 'production', PUBLIC_URL: 'https://puente.example', PUENTE_KEYS: '{}' };
const hcaptcha = { CAPTCHA: 'hcaptcha', HCAPTCHA_SITE_KEY: '10000000-ffff', HCAPTCHA_SECRET: '0x1' };

describe('readEnv', () => {
  test('nothing set is a demonstration on this machine alone', () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      ok: true,
      value: {
        mode: 'demonstration',
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        dataFolder: resolve('var/data'),
        keyFile: resolve('var/keys.json'),
        databaseUrl: undefined,
        oidc: undefined,
      },
    });
  });

  test('hCaptcha is the vendor’s own unless it is told otherwise, and Altcha runs unless it is chosen', () => {
    expect(readEnv({})).toMatchObject({ ok: true, value: { hcaptcha: undefined } });
    expect(readEnv({ ...production, ...hcaptcha })).toMatchObject({
      ok: true,
      value: {
        hcaptcha: {
          siteKey: '10000000-ffff',
          secret: '0x1',
          scriptUrl: 'https://js.hcaptcha.com/1/api.js',
          verifyUrl: 'https://api.hcaptcha.com/siteverify',
        },
      },
    });
  });

  test('our voice is looked for unless it is named or switched off', () => {
    expect(readEnv({})).toMatchObject({ ok: true, value: { espeak: undefined } });
    expect(readEnv({ ESPEAK_NG: 'off' })).toMatchObject({ ok: true, value: { espeak: 'off' } });
    expect(readEnv({ ESPEAK_NG: '/opt/espeak-ng' })).toMatchObject({ ok: true, value: { espeak: '/opt/espeak-ng' } });
  });

  test('phones keep pages unless it is switched off', () => {
    expect(readEnv({})).toMatchObject({ ok: true, value: { hasServiceWorker: true } });
    expect(readEnv({ SERVICE_WORKER: 'off' })).toMatchObject({ ok: true, value: { hasServiceWorker: false } });
    expect(readEnv({ SERVICE_WORKER: 'no' })).toMatchObject({ ok: false, error: { variable: 'SERVICE_WORKER' } });
  });

  test('production listens to everybody', () => {
    expect(readEnv(production)).toMatchObject({
      ok: true,
      value: { host: '0.0.0.0', publicUrl: 'https://puente.example' },
    });
  });

  test('an empty value counts as not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ ok: true, value: { port: 3000 } });
  });

  test.each([
    [{ PUENTE_MODE: 'prod' }, 'PUENTE_MODE'],
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PUBLIC_URL: 'puente.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://puente.example/below' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://h/d' }, 'DATABASE_URL'],
    [{ ALLOW_SANDBOX: 'sign-in, lottery' }, 'ALLOW_SANDBOX'],
    [{ PUENTE_CLOCK: 'tomorrow' }, 'PUENTE_CLOCK'],
    [{ PUENTE_QUESTIONS: 'some' }, 'PUENTE_QUESTIONS'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ KEY_FILE: './var/data/keys.json' }, 'KEY_FILE'],
    [{ KEY_FILE: './var/data' }, 'KEY_FILE'],
    [{ OIDC_ISSUER: 'http://idp.example', OIDC_CLIENT_ID: 'puente', OIDC_KEY_FILE: 'k' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://idp.example' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'puente' }, 'OIDC_KEY_FILE'],
    [{ OIDC_CLIENT_ID: 'puente' }, 'OIDC_ISSUER'],
    [{ CAPTCHA: 'recaptcha' }, 'CAPTCHA'],
    [{ HCAPTCHA_SECRET: '0x1' }, 'CAPTCHA'],
    [{ ALTCHA_TRIES: '1' }, 'ALTCHA_TRIES'],
    [{ CAPTCHA: 'hcaptcha' }, 'HCAPTCHA_SITE_KEY'],
    [{ CAPTCHA: 'hcaptcha', HCAPTCHA_SITE_KEY: 'a b' }, 'HCAPTCHA_SITE_KEY'],
    [{ CAPTCHA: 'hcaptcha', HCAPTCHA_SITE_KEY: '10000000-ffff' }, 'HCAPTCHA_SECRET'],
    [{ ...hcaptcha, HCAPTCHA_SCRIPT_URL: 'js.hcaptcha.com' }, 'HCAPTCHA_SCRIPT_URL'],
    [{ ...production, ...hcaptcha, HCAPTCHA_SCRIPT_URL: 'http://js.example/api.js' }, 'HCAPTCHA_SCRIPT_URL'],
    [{ ...production, ...hcaptcha, HCAPTCHA_VERIFY_URL: 'http://js.example/siteverify' }, 'HCAPTCHA_VERIFY_URL'],
    [{ SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@puente.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'puente' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@puente.example' }, 'SMTP_URL'],
    [{ VAPID_PRIVATE_KEY: 'short' }, 'VAPID_PRIVATE_KEY'],
    [{ VAPID_SUBJECT: 'ana' }, 'VAPID_SUBJECT'],
    [{ PUSH_SERVICES: 'https://push.example/path' }, 'PUSH_SERVICES'],
    [{ ...production, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ ...production, PUENTE_KEYS: '' }, 'PUENTE_KEYS'],
    [{ ...production, PUENTE_CLOCK: '2027-01-15T10:00:00-05:00' }, 'PUENTE_CLOCK'],
    [{ ...production, PUENTE_QUESTIONS: 'all' }, 'PUENTE_QUESTIONS'],
  ])('%j is refused for %s', (source, variable) => {
    expect(readEnv(source)).toMatchObject({ ok: false, error: { kind: 'wrong-variable', variable } });
  });

  test('a folder whose name begins like the data folder is outside of it', () => {
    expect(readEnv({ KEY_FILE: './var/data-keys/keys.json' })).toMatchObject({ ok: true });
    expect(readEnv({ KEY_FILE: './var/data/..keys' })).toMatchObject({ ok: false });
  });

  test('the refusal never repeats the value, which may be a secret', () => {
    expect(JSON.stringify(readEnv({ DATABASE_URL: 'mysql://me:hunter2@h/d' }))).not.toContain('hunter2');
  });
});

describe('docs/operations.md', () => {
  const rows = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\| (.+?) +\|$/gm)];

  test('tells of every variable, and of none that there is not', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual([...variableNames].sort());
  });

  const defaults = rows.flatMap(([, name = '', value = '']) => {
    const given = /^`(.+)`$/.exec(value)?.[1];
    return given === undefined ? [] : [[name, given] as const];
  });

  test.each(defaults)('%s set to its documented default %s is as if it were not set', (name, value) => {
    expect(readEnv({ [name]: value })).toEqual(readEnv({}));
  });

  test('the defaults that it tells are some', () => {
    expect(defaults.map(([name]) => name)).toEqual([
      'PUENTE_MODE',
      'PORT',
      'PROXY_HOPS',
      'BEACON',
      'DATA_FOLDER',
      'KEY_FILE',
      'PUENTE_QUESTIONS',
      'LOG_LEVEL',
      'SERVICE_WORKER',
      'CAPTCHA',
      'ALTCHA_TRIES',
    ]);
  });
});

describe('refusedSandboxes', () => {
  test('production refuses each double that ALLOW_SANDBOX does not name', () => {
    expect(refusedSandboxes({ mode: 'production', allowedSandboxes: ['notify'] }, ['sign-in', 'notify'])).toEqual([
      'sign-in',
    ]);
  });

  test('production refuses the sandbox sign-in, named or not: it lets anybody in as an operator', () => {
    const allowedSandboxes = ['sign-in', 'notify'] as const;
    expect(refusedSandboxes({ mode: 'production', allowedSandboxes }, ['sign-in', 'notify'])).toEqual(['sign-in']);
    expect(startSentence({ kind: 'sandbox-refused', names: ['sign-in'] })).toBe(
      'Production would run a sandbox of sign-in, in which anybody can be an operator: set OIDC_ISSUER.',
    );
  });

  test('a demonstration refuses none', () => {
    expect(refusedSandboxes({ mode: 'demonstration', allowedSandboxes: [] }, ['sign-in', 'notify'])).toEqual([]);
  });
});
