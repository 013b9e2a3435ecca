import type { Hono } from 'hono';
import { z } from 'zod';
import { sellerActs } from '#core/notice/seller-report.ts';
import type { Outcome } from '../../services.ts';
import { answerCookie, lifetimes, setCookie } from '../cookies.ts';
import type { WriteDescription } from '../described.ts';
import type { ApiParts } from '../parts.ts';
import { choice, instant, maybe, text } from '../shapes.ts';
import { type Act, write } from '../write.ts';
import { writeOpen } from '../write-open.ts';

type OwnAct = { readonly describes: WriteDescription; readonly run: (act: Act) => Outcome<null> };

/** What a person decides about messages to her, and what anybody may ask or tell about messages and their sellers. */
export function mountMessages(app: Hono, parts: ApiParts): void {
  const { services } = parts;

  const own: Readonly<Record<string, OwnAct>> = {
    push: {
      describes: {
        summary: 'Show messages on this device from now on; the fields are those of its PushSubscription.',
        fields: { endpoint: text(1000), p256dh: text(90), auth: text(30) },
        answer: {},
        problems: [],
      },
      run: ({ applicant, fields }) => services.switchPushOn({ applicant, fields }),
    },
    'push-off': {
      describes: { summary: 'Show no messages on this device any more.', fields: {}, answer: {}, problems: [] },
      run: ({ applicant }) => services.switchPushOff({ applicant }),
    },
    discretion: {
      describes: {
        summary: 'Choose whether messages say no more than that there is news.',
        fields: { discreet: choice(['yes', 'no']) },
        answer: {},
        problems: [],
      },
      run: ({ applicant, fields }) => services.chooseDiscretion({ applicant, fields }),
    },
    test: {
      describes: {
        summary: 'Send a test message to oneself, on every way that reaches.',
        fields: {},
        answer: {},
        problems: ['registration-incomplete', 'too-many-tries'],
      },
      run: ({ applicant }) => services.sendTestMessage({ applicant }),
    },
  };
  for (const [name, { describes, run }] of Object.entries(own)) {
    app.post(
      `/api/messages/${name}`,
      write(parts, {
        page: 'messages',
        who: 'applicant',
        describes,
        async act(act) {
          const ran = await run(act);
          return ran.ok ? { ok: true, value: { goTo: { page: 'messages', query: '' } } } : ran;
        },
      }),
    );
  }

  app.post(
    '/api/message-check',
    writeOpen(parts, {
      page: 'is-it-from-us',
      describes: {
        summary: 'Ask whether the message with this code is from us.',
        fields: { code: text(100, '1234 5678 9018') },
        answer: { isFromUs: z.boolean(), sentAt: instant.optional(), topic: z.string().optional() },
        problems: ['too-many-tries'],
      },
      async run({ fields, visit, network }) {
        const checked = await services.checkMessage({ fields, network });
        if (!checked.ok) return checked;
        const { answer, sealed } = checked.value;
        // Not in the address, where anybody could have made it up and passed it on.
        visit.cookies.push(setCookie(answerCookie, sealed, { seconds: lifetimes.answer, isHttps: parts.isHttps }));
        const value = { isFromUs: answer !== null, ...answer };
        return { ok: true, value: { goTo: { page: 'is-it-from-us/answer', query: '' }, value } };
      },
    }),
  );

  app.post(
    '/api/seller-report',
    writeOpen(parts, {
      page: 'report-seller',
      describes: {
        summary: 'Report somebody who sells places.',
        fields: {
          act: choice(sellerActs),
          where: text(1000),
          contact: maybe(text(200)),
          altcha: text(4000),
        },
        answer: {},
        problems: ['too-many-tries', 'captcha-missing', 'captcha-unavailable', 'repeat-in-progress'],
      },
      async run({ fields, network }) {
        const captchaAnswer = fields['altcha'] || undefined;
        const reported = await services.reportSeller({ fields, network, captchaAnswer });
        return reported.ok ? { ok: true, value: { goTo: { page: 'report-seller/thanks', query: '' } } } : reported;
      },
    }),
  );
}
