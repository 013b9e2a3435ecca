import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { examples as button } from './button/button.examples.tsx';
import { problemId } from './error-summary/error-summary.tsx';
import { examples as field } from './field/field.examples.tsx';
import { allExamples } from './gallery/all-examples.ts';
import { examples as languageMenu } from './language-menu/language-menu.examples.tsx';
import { examples as listen } from './listen/listen.examples.tsx';

const all = Object.entries(allExamples).flatMap(([component, examples]) =>
  Object.entries(examples).map(([name, node]) => ({ name: `${component}, ${name}`, html: renderToStaticMarkup(node) })),
);

test('no component’s examples are left out', () => {
  const files = globSync('app/_ui/*/*.examples.tsx').map((path) => basename(path, '.examples.tsx'));
  expect(files.length).toBeGreaterThan(20);
  expect(Object.keys(allExamples).sort()).toEqual(files.sort());
});

test('all of them can stand on one page: no id twice', () => {
  // A page has one summary of errors.
  const ids = all.flatMap(({ html }) => values(html, 'id')).filter((id) => id !== problemId);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

describe.each(all)('$name', ({ html }) => {
  test('has no id twice', () => {
    const ids = values(html, 'id');
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('points to nothing that is not there', () => {
    const ids = values(html, 'id');
    const pointers = ['aria-describedby', 'aria-labelledby', 'for'].flatMap((name) => values(html, name));
    expect(pointers.flatMap((pointer) => pointer.split(' ')).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('gives each control a name', () => {
    const labelled = values(html, 'for');
    expect(
      controls(html).filter(
        ({ tag, isInLabel, id }) => !isInLabel && !tag.includes('aria-label=') && !labelled.includes(id),
      ),
    ).toEqual([]);
  });

  test('has no style in its tags, which the content security policy would drop', () => {
    expect(html).not.toMatch(/ style="/);
  });
});

test('what is wrong is read out with the control and marked on it', () => {
  const html = renderToStaticMarkup(field.withProblem);
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('aria-describedby="familyNames-hint familyNames-problem"');
});

test('a button that only a script answers can be seen to wait for it', () => {
  expect(renderToStaticMarkup(button.waitsForItsScript)).toContain('disabled=""');
});

test('reading aloud tells by itself nothing but a failure', () => {
  const told = (node: ReactNode) =>
    /role="status"[^>]*>(.*?)<\/div>/
      .exec(renderToStaticMarkup(node))?.[1]
      ?.replaceAll(/<p[^>]* hidden="".*?<\/p>/g, '');
  for (const quiet of [listen.silent, listen.beginning, listen.reading, listen.paused]) expect(told(quiet)).toBe('');
  expect(told(listen.failed)).toContain('Our voice cannot');
});

test('a language button sends the form along, a language link does not need one', () => {
  expect(renderToStaticMarkup(languageMenu.onForm)).toContain('formAction="/api/language?to=ht"');
  expect(renderToStaticMarkup(languageMenu.links)).toContain('href="/ru/status"');
});

function values(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

function controls(html: string) {
  return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(({ 0: tag, index }) => {
      const before = html.slice(0, index);
      return {
        tag,
        isInLabel: before.lastIndexOf('<label') > before.lastIndexOf('</label'),
        id: / id="([^"]*)"/.exec(tag)?.[1] ?? '',
      };
    })
    .filter(({ tag }) => !tag.includes('type="hidden"'));
}
