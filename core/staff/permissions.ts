/**
 * What a member of staff may do. The one table: routes and pages ask `can`, nobody compares roles.
 * Supervisors, analysts, reviewers and the security officer come with their issues.
 */
export const staffRoles = ['operator', 'officer'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const staffActs = [
  'see-draw',
  'open-pool',
  'close-pool',
  'draw-pool',
  'see-capacity',
  'set-capacity',
  'see-port-day',
  'mark-missed',
  'move-slot',
  'see-reviews',
  'decide-review',
  'find-lost-code',
  'see-seller-reports',
] as const;
export type StaffAct = (typeof staffActs)[number];

const allowed: Readonly<Record<StaffRole, readonly StaffAct[]>> = {
  operator: staffActs,
  // An officer works with people at one port's gate; neither the draw nor the places are hers to move.
  officer: ['see-port-day', 'mark-missed', 'see-reviews', 'decide-review', 'find-lost-code'],
};

/** Whether the role may do the act. Any other role, applicants' and anonymous ones too, may do none. */
export function can(role: string, act: StaffAct): boolean {
  return isStaffRole(role) && allowed[role].includes(act);
}

export function isStaffRole(text: string): text is StaffRole {
  return (staffRoles as readonly string[]).includes(text);
}
