import type { IncomingMessage } from 'node:http';
import { headerOf } from './send-file.ts';

/**
 * Components that run on the phone and that a page does without: of the framework, and of ours those that only help its
 * run-time, or that `app/_pwa/plain.ts` does in its place. A page that has another one keeps its run-time.
 */
const dispensable: ReadonlySet<string> = new Set([
  // The framework's own, and the page for a failure while a page is made.
  'default',
  'ErrorWordsProvider',
  'IconMark',
  'MetadataBoundary',
  'OutletBoundary',
  'ViewportBoundary',
  // What `plain.ts` does in their place.
  'Countdown',
  'DeviceSignals',
  'Drafts',
  'ForgetEverything',
  'Listen',
  'PhoneClock',
  'PhoneKeeps',
  'PhoneSide',
  'PlaceCheck',
  'Preview',
  'PrintButton',
  'PushSwitch',
  'QuickExit',
  'RobotCheck',
  'Sending',
  'SharedSwitch',
  'Uploading',
  'WaitingList',
  'WaitingStrip',
  'WhileOpen',
  // Keeps what was typed before the run-time came: none comes.
  'EarlyEdit',
  // An offer, which comes another day.
  'InstallOffer',
]);

/**
 * What she or her line asks for: as little as there is to send. Only Chromium says so, and `ECT` by HTTPS alone. What the
 * service worker fetches to keep (`empty`) is whole: it has the scripts as well, and is read on another day's line.
 */
export function isSaving(req: IncomingMessage): boolean {
  if (headerOf(req, 'sec-fetch-dest') === 'empty') return false;
  return headerOf(req, 'save-data')?.toLowerCase() === 'on' || /^(slow-)?2g$/.test(headerOf(req, 'ect') ?? '');
}

const flight = /<script[^>]*>self\.__next_f\.push\((\[[\s\S]*?\])\)<\/script>/g;
const component = /:I\[\d+,\[[^\]]*\],"(\$?\w+)"/g;

/**
 * The same page without Next's run-time: no script but the first of these addresses of ours, and what it imports. null where the page needs its
 * run-time: for a component of ours, or since parts of it come after the rest and are put into place by a script.
 */
export function plainPage(html: string, [script = '', ...imported]: readonly string[]): string | null {
  const pushes = [...html.matchAll(flight)].map(([, push = '']) => JSON.parse(push) as readonly [number, unknown?]);
  // 0 begins, 1 is text; anything else is of no page that we know.
  if (pushes.length === 0 || pushes.some(([kind]) => kind > 1)) return null;
  if (html.includes('<template') || html.includes('<html id="__next_error__">')) return null;
  // A name may be cut in two by the next script.
  const payload = pushes.map(([, text]) => (typeof text === 'string' ? text : '')).join('');
  // A long name stands in a row of its own: `"$e"` is what row `e` says.
  const nameOf = (name: string) =>
    name.startsWith('$') ? new RegExp(`(?:^|\\n)${name.slice(1)}:"(\\w+)"`).exec(payload)?.[1] : name;
  const names = [...payload.matchAll(component)].map(([, name = '']) => nameOf(name));
  // Rows of another form than we know: nobody can tell what the page needs.
  if (names.length === 0 || names.length !== payload.split(':I[').length - 1) return null;
  if (names.some((name) => name === undefined || !dispensable.has(name))) return null;
  // On a slow line a phone would ask for each only once it has read the one before.
  const preloads = imported.map((address) => `<link rel="modulepreload" href="${address}"/>`).join('');
  return html
    .replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="preload" as="script"[^>]*>/g, '')
    .replace('</head>', `${preloads}<script type="module" src="${script}"></script></head>`);
}
