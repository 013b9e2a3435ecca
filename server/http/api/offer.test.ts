import { describe, expect, test } from 'vitest';
import type { AppointmentId, PortCode } from '#core/ids.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { Services, Standing } from '../../services.ts';
import { makeApiSetting, makeVisitor, outcomeOf, signIn, signingIn } from '../api.testing.ts';

const booked: Standing = {
  step: 'booked',
  registeredAt: 0 as Instant,
  appointment: {
    id: 'appointment' as AppointmentId,
    port: 'nogales' as PortCode,
    portZone: 'America/Phoenix' as TimeZone,
    slot: '2027-03-21T08:00' as LocalMinute,
    startsAt: 0 as Instant,
    size: 1,
    code: '123456789',
    proof: 'proof',
  },
  isOver: false,
};
const confirming = { page: 'offer/confirm', locale: 'es' };

async function settingWith(services: Partial<Services>) {
  const setting = makeApiSetting({ ...signingIn, ...services });
  const visitor = makeVisitor(setting);
  await signIn(visitor);
  return { setting, visitor };
}

describe('a prerendered form that confirms', () => {
  test('and comes again when the place is hers leads to its confirmation', async () => {
    const { visitor } = await settingWith({ standing: async () => booked });
    const answer = await visitor.post('/api/offer/confirm', confirming);
    expect(answer.headers.get('location')).toBe('/es/confirmation');
  });

  test('is told that there is no offer where there is neither offer nor place', async () => {
    const { setting, visitor } = await settingWith({});
    await visitor.post('/api/offer/confirm', confirming);
    expect(await outcomeOf(setting, visitor)).toMatchObject({ problem: { kind: 'no-offer' } });
  });
});
