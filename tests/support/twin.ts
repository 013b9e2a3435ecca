import type { Page } from '@playwright/test';

/**
 * The same state in another language, in a window beside the test's: the address with the other tag, in the same session,
 * where what a form led to waits in every language. Null where it is another state there: what only this window knows.
 */
export async function twinOf(
  page: Page,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Page | null> {
  const { pathname, href } = new URL(page.url());
  if (!`${pathname}/`.startsWith(`/${from}/`)) return null;
  const twin = await page.context().newPage();
  const viewport = page.viewportSize();
  if (viewport) await twin.setViewportSize(viewport);
  await twin.goto(href.replace(pathname, `/${to}${pathname.slice(from.length + 1)}`));
  if ((await shapeOf(page)) === (await shapeOf(twin))) return twin;
  await twin.close();
  return null;
}

/** What is on a page but its words: headings, controls by their names, roles, and what was entered. */
function shapeOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main :is(h1, h2, h3, dl, table, ul, ol, input, select, textarea, button, [role], a)',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { value = '', checked = false } = element as Partial<HTMLInputElement>;
        return [
          element.tagName,
          element.id,
          element.getAttribute('name'),
          element.getAttribute('role'),
          value,
          checked,
        ];
      })
      .join('\n'),
  );
}
