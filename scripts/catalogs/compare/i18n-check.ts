import { sourceLocale } from '#core/language/locales.ts';
import { inFolder, oneFolderEach } from './layout.ts';
import { printedBy, type Told, type Tool } from './tool.ts';

const parameters = ['--locales', '.', '--source', sourceLocale, '--only', 'missingKeys', 'invalidKeys'];

/**
 * `i18n-check` with both checks that need no sources. It ends at the first message that it cannot parse; as there is one flaw
 * a tree, nothing is lost by that here.
 */
export function i18nCheck(program: string, version: string): Tool {
  return {
    name: '@lingual/i18n-check',
    version,
    call: `i18n-check ${parameters.join(' ')}`,
    reads: '<tag>/<area>.json',
    look: (root) =>
      inFolder(oneFolderEach(root), async (folder) => {
        const { out, error, seconds } = await printedBy(program, parameters, folder);
        return { told: toldBy(`${out}\n${error}`), seconds };
      }),
  };
}

/** Two tables: of missing keys a row each, `file │ key`; of invalid ones three rows each, `file`, `key` and `msg`. */
export function toldBy(printed: string): readonly Told[] {
  let file = '';
  let key = '';
  return printed.split('\n').flatMap((line): readonly Told[] => {
    const [, broken, at = '', what = ''] =
      /^Error in translation file "([^"]+)": Failed to parse translation key "([^"]+)": (.*)$/.exec(line) ?? [];
    if (broken) return [placedIn(broken, at, what)];
    // It ends where it cannot read a file, and does not say which.
    if (line.startsWith('SyntaxError: ')) return [{ locale: '', area: '', key: '', what: line }];
    const [, left = '', right = ''] = /^│ (.*?) +│ (.*?) *│$/.exec(line) ?? [];
    if (left === 'file' && right !== 'key') file = right;
    else if (left === 'key') key = right;
    else if (left === 'msg') return [placedIn(file, key, right)];
    else if (left.endsWith('.json')) return [placedIn(left, right, 'Missing key')];
    return [];
  });
}

function placedIn(file: string, key: string, what: string): Told {
  const [, locale = '', area = ''] = /^(?:\.\/)?([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
  return { locale, area, key, what };
}
