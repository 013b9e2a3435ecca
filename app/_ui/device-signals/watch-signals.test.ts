import { afterEach, expect, test, vi } from 'vitest';
import { watchSignals } from './watch-signals.ts';

/** A part of a page that knows what listens to it. */
class Part extends EventTarget {
  private listeners: readonly (readonly [type: string, listener: unknown])[] = [];

  get heard(): readonly string[] {
    return this.listeners.map(([type]) => type).toSorted();
  }

  override addEventListener(...[type, listener, options]: Parameters<EventTarget['addEventListener']>) {
    this.listeners = [...this.listeners, [type, listener]];
    super.addEventListener(type, listener, options);
  }

  override removeEventListener(...[type, listener, options]: Parameters<EventTarget['removeEventListener']>) {
    this.listeners = this.listeners.filter((one) => one[0] !== type || one[1] !== listener);
    super.removeEventListener(type, listener, options);
  }
}

/** A page on a phone without a graphics chip that anybody may name. */
function makePage() {
  const [document, window] = [new Part(), new Part()];
  const form = Object.assign(new Part(), {
    querySelector: (selector: string) => ({ getAttribute: () => (selector === '[data-same-fixes]' ? '10' : null) }),
  });
  const canvas = { getContext: () => null };
  vi.stubGlobal('document', Object.assign(document, { createElement: () => canvas }));
  vi.stubGlobal('window', window);
  vi.stubGlobal('DeviceMotionEvent', Event);
  const heard = () => [document, window, form].map((part) => part.heard);
  return { document, window, form, heard, element: { closest: () => form } as unknown as HTMLElement };
}

/** What the form would send. */
function sent(form: EventTarget): Record<string, unknown> | null {
  const formData = new FormData();
  form.dispatchEvent(Object.assign(new Event('formdata'), { formData }));
  const signals = formData.get('signals');
  return typeof signals === 'string' ? (JSON.parse(signals) as Record<string, unknown>) : null;
}

afterEach(() => void vi.unstubAllGlobals());

test('while she is on the page, what the phone shows goes along with the form as it is then', () => {
  const { document, window, form, heard, element } = makePage();
  const stop = watchSignals(element);
  expect(heard()).toEqual([['keydown', 'pointerdown'], ['devicemotion'], ['formdata']]);
  expect(sent(form)).toMatchObject({ motion: false, sequence: '', sameFixes: 10, renderer: '' });
  for (const type of ['pointerdown', 'keydown']) document.dispatchEvent(new Event(type));
  window.dispatchEvent(Object.assign(new Event('devicemotion'), { accelerationIncludingGravity: { x: 0.1 } }));
  const felt = sent(form);
  expect(felt?.['motion']).toBe(true);
  expect(felt?.['sequence']).toMatch(/^p\d+\.k\d+$/);
  stop();
});

test('once she has left it nothing is felt any more, and nothing is sent', () => {
  const { form, heard, element } = makePage();
  watchSignals(element)();
  expect(heard()).toEqual([[], [], []]);
  expect(sent(form)).toBeNull();
});
