import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPage, part } from '#tests/support/page-in-memory.ts';
import { Preview } from './preview.tsx';
import { startPreview } from './start-preview.ts';

const picture = () => part('img') as HTMLImageElement;
let end = () => {};
let freed: readonly string[] = [];

function pick(...files: readonly File[]): void {
  Object.defineProperty(part('input'), 'files', { value: files, configurable: true });
  part('input').dispatchEvent(new Event('change'));
}

beforeEach(() => {
  freed = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${(file as File).name}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => {
    freed = [...freed, address];
  });
  openPage(
    <>
      <input type="file" id="photo" />
      <Preview input="photo" alt="Yours" className="" />
    </>,
  );
  end = startPreview(part('[data-preview]'));
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the photo that she picked', () => {
  test('is shown, and the one before is let go', () => {
    expect(picture().hidden).toBe(true);
    pick(new File(['1'], 'one', { type: 'image/jpeg' }));
    expect([picture().hidden, picture().src]).toEqual([false, 'blob:one']);
    pick(new File(['2'], 'two', { type: 'image/jpeg' }));
    expect(picture().src).toBe('blob:two');
    expect(freed).toContain('blob:one');
  });

  test('is not shown where the browser can’t', () => {
    pick(new File(['1'], 'one', { type: 'image/heic' }));
    picture().dispatchEvent(new Event('error'));
    expect(picture().hidden).toBe(true);
    pick(new File(['1'], 'paper', { type: 'application/pdf' }));
    expect([picture().hidden, picture().hasAttribute('src')]).toEqual([true, false]);
  });
});
