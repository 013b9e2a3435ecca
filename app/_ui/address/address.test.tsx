import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Filled } from '../filled/filled.tsx';
import { Address, SpokenNumber } from './address.tsx';

const shown = (text: string) =>
  renderToStaticMarkup(<Filled text={text} parts={{ email: <Address>ana-1@puente.example</Address> }} />);

test('an address keeps its own direction and breaks before its sign alone', () => {
  const [before, address, after] = shown('نكتب إلى {email}.').split(/(<bdi.*<\/bdi>)/);
  expect([before, after]).toEqual(['نكتب إلى ', '.']);
  expect(address).toMatch(
    /^<bdi dir="ltr"><span class="[^"]+">ana-1<\/span><wbr\/><span class="[^"]+">@puente.example/,
  );
});

test('the address of a page breaks after a slash alone', () => {
  const text = renderToStaticMarkup(<Address>http://localhost:8080/ht/status</Address>);
  expect(text.replaceAll(/<\/?(?:bdi|span)[^>]*>/g, '')).toBe('http://localhost:8080/<wbr/>ht/<wbr/>status');
});

test('half an address that is wider than a phone may break anywhere', () => {
  const wide = 'a-very-long-name-of-somebody-indeed';
  expect(renderToStaticMarkup(<Address>{`${wide}@puente.example`}</Address>)).toContain(`<span>${wide}</span>`);
});

test('a number that stays one is not turned round in Arabic', () => {
  const text = renderToStaticMarkup(<SpokenNumber>2345-bcdf</SpokenNumber>);
  expect(text).toMatch(/^<bdi dir="ltr" class="[^"]+">2345-bcdf<\/bdi>$/);
});
