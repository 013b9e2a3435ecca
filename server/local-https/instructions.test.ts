import { expect, test } from 'vitest';
import { readPrintedQrs } from '#tests/support/read-printed-qr.ts';
import { instructions } from './instructions.ts';

const told = {
  publicUrl: 'https://192.168.1.7:3000',
  name: 'Puente on laptop (2026-11-22)',
  fingerprint: 'AB:'.repeat(32).slice(0, -1),
  file: '/puente/var/local-ca.pem',
  others: [{ address: '10.8.0.2', on: 'tun0' }],
  hasColors: false,
};

test('one QR leads to the certificate by plain http, the last one to Puente', async () => {
  expect(await readPrintedQrs(await instructions(told))).toEqual([
    'http://192.168.1.7:3000/local-ca.crt',
    'https://192.168.1.7:3000',
  ]);
  expect(await readPrintedQrs(await instructions({ ...told, publicUrl: 'https://laptop.local' }))).toEqual([
    'http://laptop.local:443/local-ca.crt',
    'https://laptop.local',
  ]);
});

test('it warns, names both phones, and what can go wrong', async () => {
  const text = await instructions(told);
  expect(text).toContain('sign in here as anybody');
  expect(text).toMatch(/Android: .*\n.*iPhone: /);
  expect(text).toContain('Puente on laptop (2026-11-22)');
  expect(text).toContain('also 10.8.0.2 (tun0): set HOST');
  expect(text.replaceAll(/\n +/g, '')).toContain(told.fingerprint);
});

test('on a terminal with colours the squares are black on white, whatever its own are', async () => {
  const lines = (await instructions({ ...told, hasColors: true })).split('\n').filter((line) => line.includes('█'));
  expect(lines.length).toBeGreaterThan(20);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the terminal's own.
  for (const line of lines) expect(line).toMatch(/^\x1b\[30;107m[ ▀▄█]+\x1b\[0m$/);
});
