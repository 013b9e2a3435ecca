import { expect, test } from 'vitest';
import { fontsIn, namedFiles } from './named-files.ts';

const none = { scripts: [], styles: [], fonts: [], pictures: [] };

test.each([
  [
    'a script, and the same one fetched ahead, once',
    '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/><script src="/a.js" async=""></script>',
    { scripts: ['/a.js'] },
  ],
  ['not a script for browsers of before 2018', '<script src="/old.js" noModule=""></script>', {}],
  ['not a script that stands in the page', '<script nonce="x">self.a=[]</script>', {}],
  ['not what another server has', '<script src="https://vendor.example/a.js"></script>', {}],
  ['a module fetched ahead', '<link rel="modulepreload" href="/m.js">', { scripts: ['/m.js'] }],
  [
    'a style sheet, wherever its attributes stand',
    '<link href="/a.css" data-precedence="next" rel="stylesheet"/>',
    { styles: ['/a.css'] },
  ],
  [
    'a font fetched ahead',
    '<link rel="preload" href="/a.woff2" as="font" crossorigin="" type="font/woff2">',
    { fonts: ['/a.woff2'] },
  ],
  [
    'the icon and the pictures',
    '<link rel="icon" href="/icon.svg"/><img alt="" src="/p.webp">',
    { pictures: ['/icon.svg', '/p.webp'] },
  ],
  ['no link to another page', '<link rel="alternate" href="/ht"/><a href="/b.js">b</a>', {}],
])('a page has the phone fetch %s', (_, html, found) => {
  expect(namedFiles(html)).toEqual({ ...none, ...found });
});

test('a style sheet names its fonts from where it stands', () => {
  const css = '@font-face{src:url(../media/a.woff2)format("woff2"),url("/b.ttf")}.a{background:url(c.svg)}';
  expect(fontsIn(css, '/_next/static/chunks/a.css')).toEqual(['/_next/static/media/a.woff2', '/b.ttf']);
});
