import { sourceLocale } from '#core/language/locales.ts';
import { inFolder, oneFileEach } from './layout.ts';
import { placed, printedBy, type Told, type Tool } from './tool.ts';

const config = `export default ${JSON.stringify({
  messages: { path: './messages', locales: 'infer', sourceLocale, format: 'json' },
})};\n`;

type Issue = { readonly locale: string; readonly key: string; readonly rule: string; readonly message: string };

/** `eloqnt lint` with all of its rules, which are on unless somebody turns them off. */
export function eloqnt(program: string, version: string): Tool {
  return {
    name: '@eloqnt/cli',
    version,
    call: 'eloqnt lint --strict --json',
    reads: 'messages/<tag>.json',
    look(root) {
      const messages = [...oneFileEach(root)].map(([file, text]) => [`messages/${file}`, text] as const);
      return inFolder(new Map([...messages, ['.eloqnt/config.mjs', config]]), async (folder) => {
        const { out, error, seconds } = await printedBy(program, ['lint', '--strict', '--json'], folder);
        return { told: toldBy(out, error), seconds };
      });
    },
  };
}

/** A list of issues, or a sentence about why it stops, which names the file. */
export function toldBy(out: string, error: string): readonly Told[] {
  if (out.trimStart().startsWith('['))
    return (JSON.parse(out) as readonly Issue[]).map(({ locale, key, rule, message }) =>
      placed(locale, key, `${rule}: ${message}`),
    );
  const [, locale = ''] = /messages\/([^/\s]+)\.json/.exec(error) ?? [];
  return [{ locale, area: '', key: '', what: `${out}${error}`.trim() }];
}
