import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { variantNames } from './variants.ts';

const findingShape = z.object({
  /** The rule's name, of axe or of ours. */
  rule: z.string(),
  /** What is wrong, in a sentence. */
  what: z.string(),
  /** Criteria of WCAG, such as `1.4.6`; none for good practice. */
  criteria: z.array(z.string()).readonly(),
  /** What to do about it. */
  todo: z.string(),
  /** Markup or names of the elements. */
  where: z.array(z.string()).readonly(),
  link: z.string().optional(),
});

const lookedShape = z.object({
  variant: z.enum(variantNames),
  /** Relative to the report. */
  picture: z.string().optional(),
  findings: z.array(findingShape).readonly(),
  /** What axe can't tell: a person has to look. */
  undecided: z.array(findingShape).readonly(),
  /** Why nothing was looked at: a state can't be had in this way. */
  left: z.string().optional(),
});

const screenShape = z.object({
  locale: z.string(),
  screen: z.string(),
  /** Address without the server. */
  path: z.string(),
  title: z.string(),
  /** Where the focus was when the test came to it. */
  focus: z.string(),
  /** The accessibility tree as the browser gives it to a screen reader. */
  tree: z.string(),
  looks: z.array(lookedShape).readonly(),
});

export type Finding = z.infer<typeof findingShape>;
export type Looked = z.infer<typeof lookedShape>;
export type LookedScreen = z.infer<typeof screenShape>;

/** All that the looks of a run left in the folder of the report: a file a screen, state and language. */
export function readLooked(folder: string): readonly LookedScreen[] {
  return globSync('looks/*.json', { cwd: folder })
    .map((file) => screenShape.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'en'));
}

/** Distinct for each screen, state and language, and fit for a file. */
export function nameOf({ locale, screen }: Pick<LookedScreen, 'locale' | 'screen'>): string {
  return `${screen}.${locale}`;
}
