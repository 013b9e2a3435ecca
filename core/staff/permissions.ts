/**
 * What a member of staff may do. The one table: routes and pages ask `can`, nobody compares roles.
 * Analysts, reviewers and the security officer come with their issues.
 */
export const staffRoles = ['operator', 'supervisor', 'officer'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const staffActs = [
  'see-draw',
  'open-pool',
  'close-pool',
  'draw-pool',
  'release-draw',
  'propose-policy',
  'publish-policy',
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

/** Of the translators' studio on a server (decision 0035). To the product's pages and its database she is anybody. */
export type StudioRole = 'translator';
export type StudioAct = 'edit-texts';

const allowed: Readonly<Record<StaffRole | StudioRole, readonly (StaffAct | StudioAct)[]>> = {
  // Who runs the draw neither releases it nor publishes its rules (decisions 0049, 0051).
  operator: staffActs.filter((act) => act !== 'release-draw' && act !== 'publish-policy'),
  supervisor: ['see-draw', 'release-draw', 'propose-policy', 'publish-policy'],
  // An officer works with people at one port's gate; neither the draw nor the places are hers to move.
  officer: ['see-port-day', 'mark-missed', 'see-reviews', 'decide-review', 'find-lost-code'],
  translator: ['edit-texts'],
};

/** Whether the role may do the act. Any other role, applicants' and anonymous ones too, may do none. */
export function can(role: string, act: StaffAct | StudioAct): boolean {
  return (isStaffRole(role) || isStudioRole(role)) && allowed[role].includes(act);
}

export function isStaffRole(text: string): text is StaffRole {
  return (staffRoles as readonly string[]).includes(text);
}

function isStudioRole(text: string): text is StudioRole {
  return text === 'translator';
}
