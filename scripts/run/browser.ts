import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, firefox, type LaunchOptions, webkit } from '@playwright/test';
import { installByApt } from './apt.ts';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
/** The same engine without the windows of a desktop: a tenth less of the processor's time a screen. */
const systemShell = '/usr/bin/chromium-headless-shell';

/** How to launch the two; where there is no shell, both are the whole one. */
export type Browsers = { readonly whole: LaunchOptions; readonly shell: LaunchOptions; readonly hasShell: boolean };

/** Those that are there: Playwright's own, else the system's; null where there is none. */
export function findBrowsers(): Browsers | null {
  // Playwright finds its own two by itself.
  if (existsSync(chromium.executablePath())) return { whole: { channel: 'chromium' }, shell: {}, hasShell: true };
  const whole = system.find((path) => existsSync(path));
  if (!whole) return null;
  const hasShell = existsSync(systemShell);
  return { whole: { executablePath: whole }, shell: { executablePath: hasShell ? systemShell : whole }, hasShell };
}

export const browserNames = ['chromium', 'firefox', 'webkit'] as const;

export type BrowserName = (typeof browserNames)[number];

/** Whether a browser of this engine is there: of the two others Playwright's own, since a system's has no door for it. */
export function hasBrowser(name: BrowserName): boolean {
  if (name === 'chromium') return findBrowsers() !== null;
  return existsSync({ firefox, webkit }[name].executablePath());
}

/** Installs one where none is: Playwright's download first, then Debian's package, which needs root. */
export function installBrowsers(): Browsers | null {
  const ways = [
    () => execFileSync('playwright', ['install', 'chromium'], { stdio: 'inherit' }),
    () => installByApt('chromium'),
  ];
  for (const way of ways) {
    if (!findBrowsers()) attempt(way);
  }
  return findBrowsers();
}

/** With CI=true the shell is installed beside a system's browser; where that can't be, the whole one does. */
export function installShell(): void {
  if (process.env['CI'] === 'true' && findBrowsers()?.hasShell === false)
    attempt(() => installByApt('chromium-headless-shell'));
}

function attempt(way: () => void): void {
  try {
    way();
  } catch (error) {
    process.stdout.write(`${String(error)}\n`);
  }
}
