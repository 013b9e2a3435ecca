/** Which languages this phone keeps, and what came of it. */
export type Choice = {
  /** That of her pages; kept by itself. */
  readonly own: string | null;
  /** Another one that she saw once: it becomes hers when she goes on in it. */
  readonly next: string | null;
  /** Asked for by her. */
  readonly chosen: readonly string[];
  /** She removed everything: nothing comes by itself any more. */
  readonly isOff: boolean;
  readonly trouble: 'full' | 'failed' | null;
};

export const nothingChosen: Choice = { own: null, next: null, chosen: [], isOff: false, trouble: null };

/**
 * She looks at a page in that language. The first one is hers; another one when she sees two pages in it one after the
 * other, so that leafing through languages fetches none of them.
 */
export function sawPage(choice: Choice, locale: string): Choice {
  const { own, next, chosen, isOff } = choice;
  if (isOff || own === locale || chosen.includes(locale)) return { ...choice, next: null };
  if (own === null || next === locale) return { ...choice, own: locale, next: null };
  return { ...choice, next: locale };
}
