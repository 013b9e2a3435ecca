import type { VendorTask } from './task.ts';

/** The part of the vendor's interface that is used (docs.hcaptcha.com, configuration). */
type Hcaptcha = {
  render(box: HTMLElement, options: Readonly<Record<string, unknown>>): string;
  remove(widget: string): void;
};

/** What the vendor's script puts there, and what it calls. */
type Host = { hcaptcha?: Hcaptcha; puenteRobotReady?: () => void };

export type VendorWidget = { readonly remove: () => void };

export type VendorEvents = {
  readonly passed: (answer: string) => void;
  /** Her tick is older than the vendor allows. */
  readonly expired: () => void;
  readonly failed: () => void;
};

/** CSS pixels of the vendor's box; below that it has a narrow one. */
const widthOfBox = 303;
/** A slow line; the script weighs some 100 KB. */
const longestLoad = 30_000;

let loading: Promise<Hcaptcha> | undefined;

/** Puts the vendor's box with its tick into `box`, in the language of the page. Rejects where its script does not come. */
export async function showHcaptcha(box: HTMLElement, task: VendorTask, events: VendorEvents): Promise<VendorWidget> {
  loading ??= load(task.scriptUrl).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const hcaptcha = await loading;
  const widget = hcaptcha.render(box, {
    sitekey: task.siteKey,
    size: box.clientWidth < widthOfBox ? 'compact' : 'normal',
    callback: events.passed,
    'expired-callback': events.expired,
    // She closed the pictures without an answer, or took too long over them: her box is still there.
    'chalexpired-callback': events.expired,
    'error-callback': events.failed,
  });
  return { remove: () => hcaptcha.remove(widget) };
}

function load(scriptUrl: string): Promise<Hcaptcha> {
  return new Promise((resolve, reject) => {
    const host: Window & Host = window;
    const script = document.createElement('script');
    const give = () => {
      clearTimeout(patience);
      if (host.hcaptcha) resolve(host.hcaptcha);
      else reject(new Error('expected the vendor’s script to bring its interface'));
    };
    const giveUp = () => {
      clearTimeout(patience);
      script.remove();
      reject(new Error('expected the vendor’s script, found none'));
    };
    const patience = setTimeout(giveUp, longestLoad);
    // Its interface is ready later than the script's own `load` event.
    host.puenteRobotReady = give;
    const address = new URL(scriptUrl);
    address.searchParams.set('onload', 'puenteRobotReady');
    address.searchParams.set('render', 'explicit');
    address.searchParams.set('recaptchacompat', 'off');
    // The vendor knows languages without their countries: pt, not pt-BR.
    address.searchParams.set('hl', document.documentElement.lang.split('-')[0] ?? 'en');
    script.src = address.href;
    script.async = true;
    script.onerror = giveUp;
    document.head.append(script);
  });
}
