import { expect, test } from 'vitest';
import { isForeign } from './origin.ts';

const host = 'puente.example';

test.each([
  ['a form of our own', { 'sec-fetch-site': 'same-origin', origin: 'https://puente.example' }, false],
  ['a reload', { 'sec-fetch-site': 'none' }, false],
  ['another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://evil.puente.example' }, true],
  ['an older browser on our page', { origin: 'https://puente.example' }, false],
  ['an older browser elsewhere', { origin: 'https://evil.example' }, true],
  ['a sandboxed frame', { origin: 'null' }, true],
  ['an old browser that sends the page alone', { referer: 'https://puente.example/es/sign-in' }, false],
  ['the same from elsewhere', { referer: 'https://puente.example.evil.example/' }, true],
  ['a program without a browser', {}, false],
  ['the name that the request itself came to', { host: 'phone.lan:3000', origin: 'http://phone.lan:3000' }, false],
])('%s', (_, headers: Record<string, string>, foreign) => {
  const all: Record<string, string | undefined> = { host, ...headers };
  expect(isForeign({ get: (name) => all[name] }, 'https://puente.example')).toBe(foreign);
});
