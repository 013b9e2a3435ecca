import { expect, test } from 'vitest';
import { can, type StaffAct } from '#core/staff/permissions.ts';
import { makeApiSetting, makeVisitor, signIn, signingIn } from '../api.testing.ts';

const routes: readonly (readonly [path: string, act: StaffAct])[] = [
  ['/api/staff/capacity', 'set-capacity'],
  ['/api/staff/open', 'open-pool'],
  ['/api/staff/close', 'close-pool'],
  ['/api/staff/draw', 'draw-pool'],
  ['/api/staff/release', 'release-draw'],
  ['/api/staff/policy', 'propose-policy'],
  ['/api/staff/policy-publish', 'publish-policy'],
  ['/api/staff/review', 'decide-review'],
  ['/api/staff/lost-code', 'find-lost-code'],
  ['/api/staff/code-given', 'decide-review'],
];

test.each(routes)('%s is for those who may %s', async (path, act) => {
  for (const who of ['operator', 'supervisor', 'officer', 'ana']) {
    const visitor = makeVisitor(
      makeApiSetting({
        ...signingIn,
        setCapacity: async () => ({ ok: true, value: null }),
        openNextPool: async () => ({ ok: false, error: { kind: 'pool-already-open' } }),
        closePool: async () => ({ ok: false, error: { kind: 'pool-not-open' } }),
        proposePolicy: async () => ({ ok: true, value: { name: '2027-06' } }),
        publishPolicy: async () => ({ ok: true, value: null }),
        releaseDraw: async () => ({ ok: false, error: { kind: 'pool-not-closed' } }),
        drawPool: async () => ({ ok: false, error: { kind: 'pool-not-closed' } }),
        decideReview: async () => ({ ok: true, value: { decision: 'for', step: 'ask' } }),
        askForNewCode: async () => ({ ok: false, error: { kind: 'person-not-found' } }),
        hideCode: async () => undefined,
      }),
    );
    await signIn(visitor, who);
    const answer = await visitor.postJson(path, { code: '123456789', decision: 'done' });
    expect([who, answer.status === 403]).toEqual([who, !can(who, act)]);
  }
});
