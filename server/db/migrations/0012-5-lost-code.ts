import { migration } from './migration.ts';

/** A new sign-in code for somebody who lost phone and code: one member of staff asks, another one decides. */
export const lostCode = migration(
  `alter table assistance
    add column asked_by text,
    drop constraint assistance_step,
    add constraint assistance_step check (step in ('ask', 'confirm', 'newborn', 'photo', 'new-code')),
    drop constraint assistance_reason,
    add constraint assistance_reason check (reason in
      ('help', 'outside-geofence', 'location-missing', 'location-too-vague', 'device-limit', 'captcha-missing',
       'captcha-unavailable', 'live-photo', 'registration-photo', 'lost-code')),
    add constraint assistance_two_people check
      ((step = 'new-code') = (asked_by is not null) and (asked_by is null or done_by is null or done_by <> asked_by))`,
  // By name and birth date, as staff look somebody up; few people share a birth date.
  'create index people_birth on people (birth_token) where position = 1',
);
