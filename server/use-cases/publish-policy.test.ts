import { describe, expect, test } from 'vitest';
import type { Policy } from '#core/policy/policy.ts';
import { recentActs } from '#server/db/repositories/audit.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { policyWith, termsOfTests } from '#tests/support/policies.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';
import { readTerms } from '../documents.ts';
import { learnPolicies } from './publish-policy.ts';

const june = { name: '2027-06', from: '2027-06-01T00:00:00Z', offerHours: 20 };
const written = (change: Parameters<typeof policyWith>[0]) => JSON.stringify(policyWith(change));
const wrong = (kind: string) => ({ error: { kind: 'fields', fields: [{ field: 'policy', kind }] } });

eachDatabase((_name, open) => {
  const begin = async (options: Parameters<typeof makeTown>[2] = {}) => {
    const town = await makeTown(await open(), afternoon, options);
    const someone = async (name: string, subject = name) => {
      const signedIn = { issuer: 'https://idp.example', subject, email: `${name}@puente.example` };
      return (await town.services.arrive({ signedIn, locale: 'en' })).accountId;
    };
    return { town, someone };
  };
  const names = (town: Town) => town.services.policies().policies.map(({ name }) => name);

  describe('new rules', () => {
    test('hold from their date on, once a second person has published them', async () => {
      const { town, someone } = await begin();
      const ada = await someone('ada');
      expect(must(await town.services.proposePolicy({ actor: operator, text: written(june) }))).toEqual({
        name: '2027-06',
      });
      expect(await town.services.proposals(ada)).toMatchObject([
        { policy: june, isMine: false, changes: [{ rule: 'offerHours', before: '23', after: '20' }] },
      ]);
      expect(names(town)).toEqual(['2027-01']);
      must(await town.services.publishPolicy({ actor: ada, name: '2027-06' }));
      expect(names(town)).toEqual(['2027-01', '2027-06']);
      expect(await town.services.proposals(ada)).toEqual([]);
      expect(town.services.policies().nowIn).toBe(0);
      expect(town.services.policy().offerHours).toBe(23);
      await town.wait(90 * 24 * hour);
      expect(town.services.policy()).toMatchObject(june);
      expect((await recentActs(town.tools.db.kysely)).map(({ action, actor }) => [action, actor])).toEqual(
        expect.arrayContaining([
          ['propose-policy', operator],
          ['publish-policy', ada],
        ]),
      );
    });

    test('are not published by who proposed them, not even with another account, nor twice', async () => {
      const { town, someone } = await begin();
      const [ada, again, ben] = [await someone('ada'), await someone('ada', 'elsewhere'), await someone('ben')];
      must(await town.services.proposePolicy({ actor: ada, text: written(june) }));
      for (const actor of [ada, again]) {
        expect(await town.services.proposals(actor)).toMatchObject([{ isMine: true }]);
        expect(await town.services.publishPolicy({ actor, name: '2027-06' })).toMatchObject({
          error: { kind: 'needs-second-person' },
        });
      }
      must(await town.services.publishPolicy({ actor: ben, name: '2027-06' }));
      for (const name of ['2027-06', '2027-07', ''])
        expect(await town.services.publishPolicy({ actor: ben, name })).toMatchObject({
          error: { kind: 'form-stale' },
        });
    });

    test('are known to a process that runs already within a minute, and to the next one at its start', async () => {
      const { town, someone } = await begin();
      const other = [...town.tools.policies];
      const learning = {
        ...town.tools,
        policies: other,
        learnPolicy(policy: Policy) {
          other.push(policy);
        },
      };
      must(await town.services.proposePolicy({ actor: operator, text: written(june) }));
      await learnPolicies(learning);
      expect(other).toHaveLength(1);
      must(await town.services.publishPolicy({ actor: await someone('ada'), name: '2027-06' }));
      await learnPolicies(learning);
      await learnPolicies(learning);
      expect(other.map(({ name }) => name)).toEqual(['2027-01', '2027-06']);
      await town.wait(minute);
      expect(names(town)).toEqual(['2027-01', '2027-06']);
    });

    test('are refused with what is wrong, and can no longer be published a day before they begin', async () => {
      const { town, someone } = await begin({ readTerms });
      const propose = (text: string) => town.services.proposePolicy({ actor: operator, text });
      expect(await propose(' ')).toMatchObject(wrong('missing'));
      for (const text of ['{', '{}', '[]', 'null', JSON.stringify({ ...policyWith(june), maxGroup: 13 })])
        expect(await propose(text)).toMatchObject(wrong('policy-wrong'));
      expect(await propose(written({ ...june, name: '2027-01' }))).toMatchObject(wrong('policy-name-taken'));
      expect(await propose(written({ ...june, from: '2027-03-11T00:00:00Z' }))).toMatchObject(wrong('policy-too-soon'));
      expect(await propose(written({ ...june, termsVersion: '2099-01' }))).toMatchObject(wrong('policy-terms'));
      must(await propose(written({ ...june, from: '2027-03-12T00:00:00Z' })));
      expect(await propose(written(june))).toMatchObject(wrong('policy-name-taken'));
      await town.wait(12 * hour);
      const ada = await someone('ada');
      expect(await town.services.proposals(ada)).toEqual([]);
      expect(await town.services.publishPolicy({ actor: ada, name: '2027-06' })).toMatchObject({
        error: { kind: 'form-stale' },
      });
    });

    test('bring terms of their own', async () => {
      const { town, someone } = await begin({ readTerms: termsOfTests });
      must(await town.services.proposePolicy({ actor: operator, text: written({ ...june, termsVersion: '2027-06' }) }));
      must(await town.services.publishPolicy({ actor: await someone('ada'), name: '2027-06' }));
      await town.wait(90 * 24 * hour);
      expect((await town.services.terms('en')).version).toBe('2027-06');
    });
  });
});
