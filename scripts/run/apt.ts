import { execFileSync } from 'node:child_process';

/** Debian's packages, without asking; needs root. Throws where that fails, and says which it was. */
export function installByApt(...packages: readonly string[]): void {
  const apt = (...parameters: readonly string[]) =>
    execFileSync('apt-get', parameters, { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', ...packages);
  } catch (error) {
    throw new Error(
      `expected ${packages.join(', ')} to be installed or installable by apt-get as root: ${String(error)}`,
    );
  }
}
