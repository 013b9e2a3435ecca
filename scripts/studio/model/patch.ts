import { spawnSync } from 'node:child_process';

export type Patch =
  | { readonly kind: 'patch'; readonly text: string }
  | { readonly kind: 'nothing' }
  /** The folder is not under git, or git is not there. */
  | { readonly kind: 'no-versions' };

const folders = ['locales', 'content'];

/** All that is other in the texts than in the last version of the project, as `git apply` takes it, new files too. */
export function patchOf(root: string): Patch {
  const changed = git(root, ['diff', '--relative', '--binary', 'HEAD', '--', ...folders]);
  if (changed.status !== 0) return { kind: 'no-versions' };
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...folders])
    .stdout.split('\0')
    .filter((file) => file !== '')
    // Its exit code is 1 where files differ, as they do.
    .map((file) => git(root, ['diff', '--no-index', '--binary', '--', '/dev/null', file]).stdout);
  const text = [changed.stdout, ...added].join('');
  return text === '' ? { kind: 'nothing' } : { kind: 'patch', text };
}

function git(root: string, options: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const [command = '', ...more] = options;
  const plain =
    command === 'diff' ? ['--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'] : [];
  return spawnSync('git', ['-C', root, command, ...plain, ...more], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    // Only looks: other programs that work with the same files are not kept waiting.
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
}
