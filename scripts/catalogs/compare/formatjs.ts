import { sourceLocale } from '#core/language/locales.ts';
import { inFolder, oneFlatFileEach } from './layout.ts';
import { placed, printedBy, type Told, type Tool } from './tool.ts';

const parameters = ['verify', '--source-locale', sourceLocale, '--missing-keys', '--extra-keys'];

/**
 * `formatjs verify` with all that it can look for; it parses every message, so that `compile` would tell nothing more. Keys
 * are flat: of nested ones it compares the last two names alone.
 */
export function formatjs(program: string, version: string): Tool {
  return {
    name: '@formatjs/cli',
    version,
    call: `formatjs ${parameters.join(' ')} --structural-equality '*.json'`,
    reads: '<tag>.json (flat)',
    look: (root) =>
      inFolder(oneFlatFileEach(root), async (folder) => {
        const { out, error, seconds } = await printedBy(
          program,
          [...parameters, '--structural-equality', '*.json'],
          folder,
        );
        return { told: toldBy(`${error}\n${out}`), seconds };
      }),
  };
}

/** Headings name the language, the lines below them the keys; what cannot be parsed is told of in a sentence. */
export function toldBy(printed: string): readonly Told[] {
  let heading: { readonly locale: string; readonly what: string } | undefined;
  return printed.split('\n').flatMap((line): readonly Told[] => {
    const [, kind, locale] = /^(Missing|Extra|These) translation keys for locale (\S+?)(?: are .*|:)$/.exec(line) ?? [];
    if (kind && locale) {
      heading = { locale, what: kind };
      return [];
    }
    const [, key] = /^Error parsing message (\S+)/.exec(line) ?? [];
    if (key) {
      heading = undefined;
      return [placed(sourceLocale, key, 'Error parsing message')];
    }
    const [, broken] = /^SyntaxError: (\S+)\.json: /.exec(line) ?? [];
    if (broken) {
      heading = undefined;
      return [{ locale: broken, area: '', key: '', what: 'SyntaxError' }];
    }
    if (/^(-+|\s.*|)$/.test(line) || !heading) return [];
    const [, at = line, what = `${heading.what} key`] = /^(\S+?): (.+)$/.exec(line) ?? [];
    return [placed(heading.locale, at, what)];
  });
}
