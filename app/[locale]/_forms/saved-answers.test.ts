import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Standing } from '#server/services.ts';
import { savedAnswers } from './saved-answers.ts';

const registering: Standing = { step: 'registering', next: 'check', person: null, answers: {} };

describe('what was answered before', () => {
  test('comes back in the fields of its form, a birth date in three', () => {
    expect(savedAnswers('register/birth', { birthDate: '1990-03-07' }, registering)).toEqual({
      birthDay: '7',
      birthMonth: '3',
      birthYear: '1990',
    });
  });

  test('leaves out what was never answered', () => {
    expect(savedAnswers('register/name', { givenNames: 'Ana', nativeGivenNames: '' }, registering)).toEqual({
      givenNames: 'Ana',
    });
  });

  test('never fills in the box below the terms', () => {
    expect(savedAnswers('register/terms', { acceptedTermsVersion: '2027-01' }, registering)).toEqual({});
  });

  test('keeps the order of the ports', () => {
    const registered: Standing = {
      step: 'registered',
      registeredAt: 0 as Instant,
      people: 1,
      portChoices: ['laredo', 'nogales'] as unknown as PortCode[],
      last: null,
      isStanding: false,
      needsTerms: false,
      needsGuardian: null,
      stopped: null,
    };
    expect(savedAnswers('ask/ports', {}, registered)).toEqual({ port1: 'laredo', port2: 'nogales' });
  });
});
