/** Keys by pattern, `*` for one part, and why no screen has to show them. */
type Beside = { readonly texts: string; readonly why: string };

/** Texts that no screen has. */
export const onNoScreen: readonly Beside[] = [
  { texts: 'notice.*.subject', why: 'mail and push: server/notify/words.test.ts' },
];

/** Texts that stand in the same place in the same shape, such as the options of a list: one that was seen is enough. */
export const oneIsEnough: readonly { readonly family: string; readonly why: string }[] = [
  { family: 'port.*.entrance', why: 'the same sentence for each port' },
];
