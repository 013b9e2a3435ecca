import type { Language } from './population.ts';
import type { PhaseName } from './rule-sets.ts';

export type Understanding = 'yes' | 'partly' | 'no';

/** Whether the screens of a phase are in the language on a day of the season. Report, table 1 and what arrived when. */
export function understands(language: Language, phase: PhaseName, day: number): Understanding {
  if (phase === 'today') return language === 'others' ? 'no' : 'yes';
  if (language === 'en') return 'yes';
  // Terms and drop-down menus came after 84 and 118 days.
  if (language === 'es') return day < 118 ? 'partly' : 'yes';
  if (language === 'ht') return day < 20 ? 'no' : day < 118 ? 'partly' : 'yes';
  return 'no';
}
