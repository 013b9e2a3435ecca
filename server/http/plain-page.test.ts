import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isSaving, plainPage } from './plain-page.ts';

const push = (payload: string) => `<script>self.__next_f.push([1,${JSON.stringify(payload)}])</script>`;
const framework = '3:I[39756,["$2"],"default"]\ne:"ViewportBoundary"\nd:I[97367,["$2"],"$e"]\n';

function page(payloads: readonly string[], more = ''): string {
  return [
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/a.js"/>',
    '<script src="/a.js" async=""></script></head><body><main>Èd</main>',
    more,
    '<script id="_R_">run()</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>',
    ...payloads.map(push),
    '</body></html>',
  ].join('');
}

test.each<[Record<string, string>, boolean]>([
  [{ 'save-data': 'on' }, true],
  [{ 'save-data': 'on', 'sec-fetch-dest': 'document' }, true],
  [{ ect: '2g' }, true],
  [{ ect: 'slow-2g' }, true],
  [{}, false],
  [{ 'save-data': 'off' }, false],
  [{ ect: '3g' }, false],
  // The service worker, which keeps whole pages.
  [{ 'save-data': 'on', 'sec-fetch-dest': 'empty' }, false],
])('what is asked with %j is for little data: %s', (headers, isSo) => {
  expect(isSaving({ headers } as IncomingMessage)).toBe(isSo);
});

describe('a page without its run-time', () => {
  test('keeps its text and its style, and has one script', () => {
    expect(plainPage(page([framework, '4:I[1,["/c.js"],"Listen"]']), ['/plain.js', '/part.js'])).toBe(
      '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/><link rel="modulepreload" href="/part.js"/><script type="module" src="/plain.js"></script></head><body><main>Èd</main></body></html>',
    );
  });

  test.each([
    ['a component does what nothing else does', page([framework, '4:I[1,["/c.js","/d.js"],"Unheard"]'])],
    ['its name stands elsewhere', page([framework, '5:"Unheard"\n4:I[1,["/c.js"],"$5"]'])],
    ['its name is nowhere', page([framework, '4:I[1,["/c.js"],"$5"]'])],
    ['its name is cut in two', page([`${framework}4:I[1,["/c.js"],"Un`, 'heard"]'])],
    ['it comes right after a text', page([`${framework}5:T3,abc4:I[1,[],"Unheard"]`])],
    ['a row is of another form', page([framework, '4:I["./c.tsx",["/c.js"],"Listen"]'])],
    ['no row says what it needs', page(['1:"a text"'])],
    ['a part of the page comes after the rest', page([framework], '<template id="B:0"></template>')],
    ['it holds what nobody knows', page([framework]).replace('push([1,', 'push([3,')],
    ['it is none of Next’s', '<head></head><p>'],
  ])('is not made where %s', (_why, html) => {
    expect(plainPage(html, ['/plain.js'])).toBeNull();
  });
});
