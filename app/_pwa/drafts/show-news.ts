import type { DraftNews, DraftTold } from './draft-news.ts';

/** In the part of a form that has all there may be to say of its draft (`drafts.tsx`): what holds now. */
export function showNews(place: HTMLElement, told: DraftTold): void {
  place.toggleAttribute('data-quiet', !Object.values(told).includes(true));
  for (const part of place.querySelectorAll<HTMLElement>('[data-news]'))
    part.hidden = !told[part.dataset['news'] as DraftNews];
}
