/** How each kind of request is answered: the one place to look, and to change it. */

/** Seconds that a page may take before what the phone has is shown: only where it has something. */
export const patience = { form: 20, kept: 12 } as const;

/** What a proxy answers while the server is away. */
export const awayStatuses: readonly number[] = [502, 503, 504];

/** Prerendered, and yet made anew by the gateway where an operator's policy names other terms than those built. */
export const askedAnew: readonly string[] = ['terms'];

/** Pages made for one person of which a sealed copy is kept: what she needs at a port, or to know where she stands. */
export const keptPages: readonly string[] = ['status', 'confirmation', 'offer', 'messages'];

export type Asset = {
  readonly cache: string;
  readonly path: RegExp;
  /** Which is looked at first: the phone or the line. */
  readonly first: 'phone' | 'line';
  /** When the oldest goes. */
  readonly days: number;
  readonly entries: number;
};

/** Of copies that are older than the version in use: their style sheets are in no list any more. */
export const styles: Asset = {
  cache: 'puente-styles',
  path: /^\/_next\/static\/.*\.css$/,
  first: 'phone',
  days: 30,
  entries: 12,
};

/** Pages that are kept once opened. */
export const opened: Omit<Asset, 'path'> = { cache: 'puente-opened', first: 'line', days: 30, entries: 8 };

/** What those load. */
const scriptsOpened: Asset = {
  cache: 'puente-scripts',
  path: /^\/_next\/static\/.*\.js$/,
  first: 'phone',
  days: 30,
  entries: 20,
};

/** What no language's list holds, by where it lies. */
export const assets: readonly Asset[] = [
  styles,
  scriptsOpened,
  {
    cache: 'puente-pictures',
    path: /^\/(icons|screens)\/|^\/[\w-]+\.(png|svg)$/,
    first: 'phone',
    days: 30,
    entries: 30,
  },
  { cache: 'puente-manifests', path: /\/manifest\.webmanifest$/, first: 'line', days: 30, entries: 4 },
];
