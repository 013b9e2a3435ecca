import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

/** More stops than any screen has: the operator’s capacity has two for each time of a port. */
const tooMany = 500;

/** Acts by Tab, Enter, Space, arrows and letters alone. */
export const keyboard: Hands = {
  async press(target) {
    await tabTo(target);
    const isButton = await target.evaluate((element) => element.tagName === 'BUTTON');
    await target.page().keyboard.press(isButton ? 'Space' : 'Enter');
  },

  async write(field, text) {
    await tabTo(field);
    await field.page().keyboard.type(text);
    await expect(field).toHaveValue(text);
  },

  /** By arrows from the nearer end. Not by letters: the test's browser has no keys for Cyrillic ones. */
  async choose(select, value) {
    await tabTo(select);
    const keys = select.page().keyboard;
    const values = await select
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    const index = values.indexOf(value);
    const isNearEnd = index > values.length / 2;
    await keys.press(isNearEnd ? 'End' : 'Home');
    const steps = isNearEnd ? values.length - 1 - index : index;
    for (let step = 0; step < steps; step += 1) await keys.press(isNearEnd ? 'ArrowUp' : 'ArrowDown');
    await expect(select).toHaveValue(value);
  },

  /** One of a group is reached by the arrows: Tab goes to the group as a whole. */
  async tick(box) {
    const keys = box.page().keyboard;
    const group = box.locator('xpath=ancestor::fieldset').getByRole('radio');
    await tabTo((await group.count()) > 0 ? group.first() : box);
    await keys.press('Space');
    for (let steps = await group.count(); steps > 0 && !(await box.isChecked()); steps -= 1)
      await keys.press('ArrowDown');
    await expect(box).toBeChecked();
  },

  async pick(fileField, path) {
    // Asked for first: the browser may open its own before it knows that somebody else waits for the choice.
    const chooser = fileField.page().waitForEvent('filechooser');
    await tabTo(fileField);
    await fileField.page().keyboard.press('Enter');
    await (await chooser).setFiles(path);
  },
};

/** Presses Tab until the focus is there. */
export async function tabTo(target: Locator): Promise<void> {
  for (let steps = 0; steps < tooMany; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`expected ${String(target)} to be reached by Tab, and ${tooMany} stops did not`);
}

type Stop = {
  readonly name: string;
  /** In CSS pixels from the top of the page. */
  readonly top: number;
  readonly bottom: number;
  readonly isInView: boolean;
  readonly hasRing: boolean;
};

/** Each thing that can be used is reached by Tab, shows that it has the focus, and lets it go again. */
export async function walkByTab(page: Page, screen: string): Promise<void> {
  // Those that only a script answers wait for it, and until then Tab passes them by.
  await expect(page.locator('button:disabled')).toHaveCount(0);
  const { stops, expected, unseen, upwards } = await stopsOfTab(page);
  expect(stops, `stops of Tab on ${screen}`).toEqual(expected);
  expect(unseen, `focus that cannot be seen on ${screen}`).toEqual([]);
  expect(upwards, `focus that jumps up the page on ${screen}`).toEqual([]);
}

export type StopsOfTab = {
  /** What Tab stopped at, and what it should have: names in the order of the page. */
  readonly stops: readonly string[];
  readonly expected: readonly string[];
  readonly unseen: readonly Stop[];
  readonly upwards: readonly Stop[];
};

/** Goes through the whole screen by Tab, from its top to its end: each thing once, in the order of the page. */
export async function stopsOfTab(page: Page): Promise<StopsOfTab> {
  const expected = await page.evaluate(nameStops);
  const stops: Stop[] = [];
  for (let steps = 0; steps < tooMany; steps += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopNow);
    // After the last stop comes the browser's own bar, then the first again.
    if (stop === null) continue;
    if (stop.name === stops[0]?.name) break;
    // Within a vendor’s frame there may be several.
    if (stop.name === stops.at(-1)?.name) continue;
    stops.push(stop);
  }
  // Where something went wrong, the focus begins at the summary.
  const first = stops.findIndex(({ name }) => name === expected[0]);
  const fromTop = [...stops.slice(first), ...stops.slice(0, first)];
  return {
    stops: fromTop.map(({ name }) => name),
    expected,
    unseen: stops.filter(({ isInView, hasRing }) => !isInView || !hasRing),
    upwards: fromTop.filter((stop, index) => index > 1 && stop.bottom < (fromTop[index - 1]?.top ?? 0)),
  };
}

/** In the browser: gives everything that Tab should stop at a name, in the order of the page. */
function nameStops(): readonly string[] {
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]';
  const isStop = (element: Element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    // What is pressed by Enter in a field alone.
    if (element.getAttribute('tabindex') === '-1' || element.matches(':disabled')) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    // A group is one stop: at the chosen one, or at its first.
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)];
    return element === (group.find((radio) => radio.checked) ?? group[0]);
  };
  return [...document.querySelectorAll(usable)].filter(isStop).map((element, index) => {
    const name = `${index} ${element.tagName.toLowerCase()} ${element.id || element.textContent}`;
    element.setAttribute('data-stop', name);
    return name;
  });
}

/** In the browser: what has the focus, and whether that can be seen; null where nothing on the page has it. */
function stopNow(): Stop | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  // A box in its label and a file field below its button show the focus on those.
  const shown = [element, element.closest('label'), element.matches('[type=file]') ? element.nextElementSibling : null];
  const hasRing = shown.some((part) => {
    if (!part) return false;
    // What is inside shows it by itself.
    if (part.tagName === 'IFRAME') return true;
    const { opacity, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    if (opacity === '0') return false;
    return boxShadow !== 'none' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
  });
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return {
    name: element.getAttribute('data-stop') ?? element.outerHTML.slice(0, 120),
    top: top + window.scrollY,
    bottom: bottom + window.scrollY,
    isInView: bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth,
    hasRing,
  };
}
