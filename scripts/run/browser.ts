import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['playwright', ['install', 'chromium']],
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
  ];
  for (const [program, parameters] of ways) {
    try {
      execFileSync(program, parameters, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      process.stdout.write(`${program} ${parameters.join(' ')} did not work here.\n`);
    }
    const found = findChromium();
    if (found) return found;
  }
  return null;
}
