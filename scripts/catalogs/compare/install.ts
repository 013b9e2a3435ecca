import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eloqnt } from './eloqnt.ts';
import { formatjs } from './formatjs.ts';
import { i18nCheck } from './i18n-check.ts';
import type { Tool } from './tool.ts';

const folder = join(import.meta.dirname, '../../../var/compare');
const versions = { '@formatjs/cli': '6.16.32', '@lingual/i18n-check': '0.9.5', '@eloqnt/cli': '0.6.29' } as const;

/**
 * The tools that others use, in exact versions, in a folder of their own: as dependencies every installation of the project
 * would bring a hundred megabytes that only this comparison needs. Their install scripts do not run.
 */
export function installedTools(): readonly Tool[] {
  const wanted = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const manifest = join(folder, 'package.json');
  const marker = join(folder, 'installed.json');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    process.stdout.write('Installing the other tools into var/compare (about 100 MB, once) …\n');
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, wanted);
    const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('npm could not install the other tools into var/compare: see above');
    writeFileSync(marker, wanted);
  }
  const program = (file: string) => join(folder, 'node_modules', file);
  return [
    formatjs(program('@formatjs/cli/bin/formatjs'), versions['@formatjs/cli']),
    i18nCheck(program('@lingual/i18n-check/dist/bin/index.js'), versions['@lingual/i18n-check']),
    eloqnt(program('@eloqnt/cli/dist/bin/eloqnt.mjs'), versions['@eloqnt/cli']),
  ];
}
