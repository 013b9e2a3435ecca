import { migration } from './migration.ts';

/** Who said that nobody came to an appointment: she herself, her port, or the one after the other. */
export const missed = migration(
  'alter table appointments add column she_said_missed_at timestamptz, add column port_said_missed_at timestamptz',
  // Until now only the record of what staff did told the two apart.
  `update appointments set port_said_missed_at = ended_at where state = 'missed' and exists (
    select from audit where action = 'mark-missed' and detail ->> 'code' = appointments.code)`,
  "update appointments set she_said_missed_at = ended_at where state = 'missed' and port_said_missed_at is null",
);
