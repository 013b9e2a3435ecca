/**
 * In what ways a screen is looked at once a test has it before it, without loading it anew but for `no-script`. `how` is
 * for the tester who reads the report.
 */
export const variants = {
  'as-is': {
    title: 'As it is',
    how: '320 pixels wide, as a small phone shows it, or a computer’s screen of 1280 pixels at 400 % zoom',
  },
  'text-200': { title: 'Text of 200 %', how: 'letters twice as big, on 640 pixels' },
  'text-spacing': {
    title: 'Text spacing',
    how: 'letters, words, lines and paragraphs as far apart as WCAG 1.4.12 says',
  },
  'zoom-400': { title: 'Zoom of 400 %', how: 'a computer’s screen of 1280 × 1024 pixels, zoomed: 320 × 256' },
  'right-to-left': { title: 'Right to left', how: 'mirrored, as for readers of Arabic' },
  'forced-colours': {
    title: 'Forced colours',
    how: 'colours of the reader’s own, as in the contrast themes of Windows',
  },
  'high-contrast': { title: 'High contrast', how: 'the reader asked the phone for more contrast' },
  dark: { title: 'Dark', how: 'the reader asked the phone for dark screens' },
  'reduced-motion': { title: 'Reduced motion', how: 'the reader asked the phone for less motion' },
  keyboard: { title: 'Keyboard only', how: 'through the whole screen by Tab' },
  'no-script': { title: 'No JavaScript', how: 'the same address, loaded by a browser without scripts' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly how: string }>>;

export type Variant = keyof typeof variants;

export const variantNames = Object.keys(variants) as readonly Variant[];

export function isVariant(text: string): text is Variant {
  return Object.hasOwn(variants, text);
}
