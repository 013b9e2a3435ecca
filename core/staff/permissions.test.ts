import { describe, expect, test } from 'vitest';
import { can, isStaffRole, staffActs } from './permissions.ts';

describe('who may do what', () => {
  const officers = ['see-port-day', 'mark-missed', 'see-reviews', 'decide-review', 'find-lost-code'];
  test.each(staffActs)('%s', (act) => {
    expect(can('operator', act)).toBe(true);
    expect(can('officer', act)).toBe(officers.includes(act));
  });
  test.each(['applicant', 'anonymous', '', 'Operator', 'constructor', '__proto__'])('%j may do nothing', (role) => {
    expect(isStaffRole(role)).toBe(false);
    for (const act of staffActs) expect(can(role, act)).toBe(false);
  });
});
