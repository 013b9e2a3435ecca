import type { Hono } from 'hono';
import { longestTold } from '#core/notice/text-report.ts';
import { isScreen } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { maybe, text } from '../shapes.ts';
import { writeOpen } from '../write-open.ts';

/** A reader tells translators of wrong words, signed in or not: nothing of a session goes along (decision 0032). */
export function mountTextReports(app: Hono, parts: ApiParts): void {
  app.post(
    '/api/text-report',
    writeOpen(parts, {
      page: 'report-text',
      describes: {
        summary: 'Tell the translators of words on a page that are wrong; the language is that of the page.',
        fields: {
          screen: maybe(text(60, 'register/name')),
          chosen: maybe(text(longestTold)),
          words: maybe(text(longestTold)),
          remark: maybe(text(longestTold)),
        },
        answer: {},
        problems: ['too-many-tries'],
      },
      async run({ fields, visit, network }) {
        const told = await parts.services.reportText({ fields, locale: visit.locale, isScreen, network });
        return told.ok ? { ok: true, value: { goTo: { page: 'report-text/thanks', query: '' } } } : told;
      },
    }),
  );
}
