import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installByApt } from './apt.ts';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The Chromium that is there: Playwright's own, else the system's; null where there is none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  return [own, ...system].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Installs one where none is: Playwright's download first, then Debian's package, which needs root. */
export function installChromium(): string | null {
  const ways = [
    () => execFileSync('playwright', ['install', 'chromium'], { stdio: 'inherit' }),
    () => installByApt('chromium'),
  ];
  for (const way of ways) {
    try {
      way();
    } catch (error) {
      process.stdout.write(`${String(error)}\n`);
    }
    const found = findChromium();
    if (found) return found;
  }
  return null;
}
