import type { Hono } from 'hono';
import { z } from 'zod';
import { described } from '../described.ts';
import type { ApiParts } from '../parts.ts';
import { text } from '../shapes.ts';
import { write } from '../write.ts';

const here = { page: 'staff/policies', query: '' } as const;

const policies = z.strictObject({
  policies: z.array(z.looseObject({ name: z.string(), from: z.string() })).describe('Oldest first.'),
  inForce: z.string().describe('The name of the one in force.'),
});

/** The dated rules as a file: what the announcement of a draw names. */
export function mountPolicies(app: Hono, parts: ApiParts): void {
  const { services } = parts;
  app.get(
    '/api/policies.json',
    described(
      {
        summary: 'All policies there ever were or are to come.',
        who: 'anybody',
        answers: [{ status: 200, type: 'application/json', schema: policies }],
        problems: [],
      },
      (context) => {
        context.header('Cache-Control', 'public, max-age=300');
        const { policies: all, nowIn } = services.policies();
        return context.json({ policies: all, inForce: all[nowIn]?.name });
      },
    ),
  );

  app.post(
    '/api/staff/policy',
    write(parts, {
      page: 'staff/policies',
      who: 'propose-policy',
      describes: {
        summary: 'Propose a policy that another person can publish.',
        fields: { policy: text(20_000, '{}') },
        answer: { name: z.string() },
        problems: [],
      },
      async act({ session, fields }) {
        const proposed = await services.proposePolicy({ actor: session.accountId, text: fields['policy'] ?? '' });
        return proposed.ok ? { ok: true, value: { goTo: here, value: { ...proposed.value } } } : proposed;
      },
    }),
  );

  app.post(
    '/api/staff/policy-publish',
    write(parts, {
      page: 'staff/policies',
      who: 'publish-policy',
      describes: {
        summary: 'Publish a policy that another person proposed; it begins at its own date.',
        fields: { name: text(20, '2027-06') },
        answer: {},
        problems: ['form-stale', 'needs-second-person'],
      },
      async act({ session, fields }) {
        const published = await services.publishPolicy({ actor: session.accountId, name: fields['name'] ?? '' });
        return published.ok ? { ok: true, value: { goTo: here } } : published;
      },
    }),
  );
}
