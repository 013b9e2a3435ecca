/**
 * The one script of a page that comes without the framework's run-time (`server/http/plain-page.ts`): what React calls on
 * the other pages, by the same plain functions. The build makes a file of it of its own; what few pages need comes later.
 */
import { startListening } from '#app/_ui/listen/start-listening.ts';
import { startQuickExit } from '#app/_ui/quick-exit/start-quick-exit.ts';
import { startLate } from '#app/_ui/state/start-late.ts';
import { tellWhatWaits } from '#app/_ui/waiting/tell-what-waits.ts';
import { startDraftLate } from './drafts/start-draft-late.ts';
import { watchLine } from './line/watch-line.ts';
import { startWorkerLater } from './start-worker-later.ts';
import { hasSignedOut, whoseNow } from './storage/whose.ts';

type Start = (place: HTMLElement) => unknown;

/** What belongs to a part of a page, by what marks it. */
const late: Readonly<Record<string, () => Promise<Start>>> = {
  'draft-of': async () => startDraftLate,
  'shared-switch': async () => (await import('./shared-phone/start-shared-switch.ts')).startSharedSwitch,
  forget: async () => (await import('./storage/sealed.ts')).forgetEverything,
  'place-check': async () => (await import('#app/_ui/place-check/start-place-check.ts')).startPlaceCheck,
  'robot-check': async () => (await import('#app/_ui/robot-check/start-robot-check.ts')).startRobotCheck,
  'device-signals': async () => (await import('#app/_ui/device-signals/watch-signals.ts')).watchSignals,
  countdown: async () => (await import('#app/_ui/countdown/start-countdown.ts')).startCountdown,
  'while-open': async () => (await import('#app/_ui/countdown/start-while-open.ts')).startWhileOpen,
  'phone-clock': async () => (await import('#app/_ui/phone-time/start-phone-clock.ts')).startPhoneClock,
  preview: async () => (await import('#app/_ui/file-field/start-preview.ts')).startPreview,
  'push-switch': async () => (await import('#app/_ui/push-switch/start-push-switch.ts')).startPushSwitch,
  print: async () => (await import('#app/_ui/print-button/start-printing.ts')).startPrinting,
  'phone-keeps': async () => (await import('./phone-keeps/start-phone-keeps.ts')).startPhoneKeeps,
  'waiting-list': async () => (await import('#app/_ui/waiting/start-waiting-list.ts')).startWaitingList,
  sending: async () => (await import('#app/_ui/sending/start-sending.ts')).startSending,
  uploading: async () => (await import('#app/_ui/sending/start-uploading.ts')).startUploading,
};

startQuickExit();
startListening();
watchLine();
tellWhatWaits();
for (const [mark, load] of Object.entries(late)) startEach(`[data-${mark}]`, load);

// Of who only reads the worker would keep nothing, and weigh more than the page.
if ((await whoseNow()) !== '') startWorkerLater(document.documentElement.lang);

// Where the line broke while she signed out, something may be left: no worker comes that would look.
if (await hasSignedOut()) await (await import('./storage/sealed.ts')).tidy();

function startEach(selector: string, load: () => Promise<Start>): void {
  for (const place of document.querySelectorAll<HTMLElement>(selector)) startLate(place, load);
}
