/** Section 8 of the protocol, one thing at a time that somebody could do. In the order of a day: after the draw first. */
export const attackKinds = [
  'favour',
  'swap',
  'places',
  'reseal',
  'withhold',
  'other-secret',
  'again',
  'leave-out',
  'younger',
  'older',
  'invent',
  'two-lists',
  'follow',
  'collude',
] as const;
export type AttackKind = (typeof attackKinds)[number];
