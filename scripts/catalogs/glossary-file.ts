import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const glossaryPath = 'locales/glossary.json';

const rendering = z.looseObject({
  use: z.string(),
  also: z.string().default(''),
  forbidden: z.array(z.string()).default([]),
  note: z.string().optional(),
});
const term = z.looseObject({ key: z.string(), en: z.string(), definition: z.string() });
const shape = z.looseObject({
  style: z.record(z.string(), z.string()).default({}),
  terms: z.array(term),
  labels: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

type Rendering = z.infer<typeof rendering>;

/** The glossary as people read it: `renderings` by language, in the order of the file. */
export type GlossaryText = {
  readonly style: Readonly<Record<string, string>>;
  readonly terms: readonly {
    readonly key: string;
    readonly en: string;
    readonly definition: string;
    readonly renderings: ReadonlyMap<string, Rendering>;
  }[];
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Undefined where there is no glossary, as in a small tree of a test. A malformed one throws. */
export function readGlossary(root: string): GlossaryText | undefined {
  const path = join(root, glossaryPath);
  if (!existsSync(path)) return undefined;
  const { style, terms, labels } = shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { style, labels, terms: terms.map(withRenderings) };
}

function withRenderings({ key, en, definition, ...more }: z.infer<typeof term>): GlossaryText['terms'][number] {
  const renderings = Object.entries(more).flatMap(([locale, value]) => {
    const parsed = rendering.safeParse(value);
    return parsed.success ? [[locale, parsed.data] as const] : [];
  });
  return { key, en, definition, renderings: new Map(renderings) };
}

/** `registro, registrarse` → both; a comma in brackets parts nothing. */
export function variantsOf(text: string): readonly string[] {
  return text
    .split(/[;,](?![^(]*\))/)
    .map((variant) => variant.trim())
    .filter((variant) => variant !== '');
}
