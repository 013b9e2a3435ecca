import { describe, expect, test } from 'vitest';
import { can, isStaffRole, staffActs } from './permissions.ts';

describe('who may do what', () => {
  const supervisors = ['see-draw', 'release-draw', 'propose-policy', 'publish-policy'];
  const officers = ['see-port-day', 'mark-missed', 'see-reviews', 'decide-review', 'find-lost-code'];
  test.each(staffActs)('%s', (act) => {
    expect(can('operator', act)).toBe(act !== 'release-draw' && act !== 'publish-policy');
    expect(can('supervisor', act)).toBe(supervisors.includes(act));
    expect(can('officer', act)).toBe(officers.includes(act));
    expect(can('translator', act)).toBe(false);
  });
  test('only a translator edits texts, and no page of the product knows her as staff', () => {
    expect(can('translator', 'edit-texts')).toBe(true);
    for (const role of ['operator', 'officer', 'applicant', 'Translator', '__proto__'])
      expect(can(role, 'edit-texts')).toBe(false);
    expect(isStaffRole('translator')).toBe(false);
  });
  test.each(['applicant', 'anonymous', '', 'Operator', 'constructor', '__proto__'])('%j may do nothing', (role) => {
    expect(isStaffRole(role)).toBe(false);
    for (const act of staffActs) expect(can(role, act)).toBe(false);
  });
});
