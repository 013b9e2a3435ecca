import type { Locator } from '@playwright/test';

/** How a person acts on a screen: by touch, or by keys alone (`keyboard.ts`). */
export type Hands = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  readonly choose: (select: Locator, value: string) => Promise<void>;
  readonly tick: (box: Locator) => Promise<void>;
  readonly pick: (fileField: Locator, path: string) => Promise<void>;
};

export const fingers: Hands = {
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  async choose(select, value) {
    await select.selectOption(value);
  },
  tick: (box) => box.check(),
  pick: (fileField, path) => fileField.setInputFiles(path),
};
