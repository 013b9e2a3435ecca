import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../run/browser.ts';
import type { ScreenState } from './screens.ts';
import { isVariant, type Variant, variantNames } from './variants.ts';

export type Asked = {
  readonly locales: readonly string[];
  readonly states: readonly ScreenState[];
  /** Whether these are all that there are. */
  readonly isWhole: boolean;
  readonly variants: readonly Variant[];
  readonly browser: BrowserName;
  readonly isList: boolean;
  /** Whether people are told what comes of it. */
  readonly isKept: boolean;
};

export type Known = { readonly states: readonly ScreenState[]; readonly locales: readonly string[] };

/**
 * What a tester asked for, or a sentence about what was not understood. Lists have commas: `--locale ht,ar`. A screen without
 * a state is all of its states, and a state without a screen that of all screens.
 */
export function readOptions(words: readonly string[], known: Known): Asked | { readonly wrong: string } {
  const { values, wrong } = parsed(words);
  if (!values) return { wrong };
  const { locale = 'ht', screen, state, variant = variantNames.join(','), browser = 'chromium' } = values;
  const name = browserNames.find((one) => one === browser);
  if (!name) return { wrong: `expected a browser of ${browserNames.join(', ')}, found ${browser}` };
  const locales = locale === 'all' ? known.locales : locale.split(',');
  const variants = variant.split(',');
  const screens = screen?.split(',');
  const wanted = state?.split(',');
  const states = known.states.filter(
    (one) =>
      (!screens || screens.includes(one.screen) || screens.includes(one.name)) &&
      (!wanted || wanted.includes(one.state)),
  );
  const findings = [
    unknown('languages', locales, known.locales),
    unknown('variants', variants, variantNames),
    unknown('screens', screens ?? [], [
      ...known.states.map((one) => one.screen),
      ...known.states.map((one) => one.name),
    ]),
    unknown(
      'states',
      wanted ?? [],
      known.states.map((one) => one.state),
    ),
  ].flatMap((finding) => finding ?? []);
  if (findings.length > 0) return { wrong: findings.join('\n') };
  if (states.length === 0) {
    const has = known.states.filter((one) => screens?.includes(one.screen)).map((one) => one.state || '(none)');
    return { wrong: `expected a state that ${screen} has, found ${state}; it has ${has.join(', ')}` };
  }
  const isWhole = states.length === known.states.length;
  if (values.keep && !(isWhole && variants.length === variantNames.length))
    return {
      wrong: 'expected --keep with every screen and variant, found a part: people are told of all or of nothing',
    };
  return {
    locales,
    states,
    isWhole,
    variants: variants.filter(isVariant),
    browser: name,
    isList: values.list === true,
    isKept: values.keep === true,
  };
}

function parsed(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        locale: { type: 'string' },
        screen: { type: 'string' },
        state: { type: 'string' },
        variant: { type: 'string' },
        browser: { type: 'string' },
        list: { type: 'boolean' },
        keep: { type: 'boolean' },
      },
    });
    return { values, wrong: '' };
  } catch (error) {
    return { values: null, wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Names that nobody knows, and those that are nearest to them. */
function unknown(what: string, found: readonly string[], known: readonly string[]): string | null {
  const strange = found.filter((name) => !known.includes(name));
  if (strange.length === 0) return null;
  const near = [...new Set(known)].filter(
    (name) => name !== '' && strange.some((one) => name.startsWith(one.slice(0, 3))),
  );
  const some = near.length > 0 ? near : [...new Set(known)].slice(0, 20);
  return `expected ${what} such as ${some.join(', ')}; found ${strange.join(', ')}: \`npm run test:a11y -- --list\` names all`;
}
