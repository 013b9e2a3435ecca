import { z } from 'zod';
import type { KeyFinder } from './keys-of-texts.ts';

const rectangle = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** `docs/screens/<tag>/<screen>.json`: what a picture shows, and where. */
export const marksShape = z.object({
  width: z.number(),
  height: z.number(),
  /** By key: left, top, width, height, in pixels of the picture. */
  texts: z.record(z.string(), z.array(rectangle)),
});
export type Marks = z.infer<typeof marksShape>;

/** What a look at a screen wrote beside its picture (`tests/support/texts-on-screen.ts`). */
export const seenShape = z.array(
  z.object({ text: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
);

type Look = {
  readonly screen: string;
  readonly seen: readonly z.infer<typeof seenShape>[number][];
  /** Of the picture; what is below was cut off. */
  readonly width: number;
  readonly height: number;
  readonly keysOf: KeyFinder;
};

/** Which texts of the catalogs a picture shows; what people or the program entered has no key, and is left out. */
export function marksOf({ screen, seen, width, height, keysOf }: Look): Marks {
  const texts: Record<string, [number, number, number, number][]> = {};
  for (const one of seen) {
    if (one.y + one.height > height) continue;
    for (const key of keysOf(screen, one.text)) {
      const known = (texts[key] ??= []);
      const place: [number, number, number, number] = [one.x, one.y, one.width, one.height];
      if (!known.some((other) => other.join() === place.join())) known.push(place);
    }
  }
  return { width, height, texts };
}
