import { migration } from './migration.ts';

/** Photos of a registration that a person looks at. */
export const photos = migration(
  `alter table assistance
    drop constraint assistance_step,
    add constraint assistance_step check (step in ('ask', 'confirm', 'newborn', 'photo')),
    drop constraint assistance_reason,
    add constraint assistance_reason check (reason in
      ('help', 'outside-geofence', 'location-missing', 'location-too-vague', 'device-limit', 'captcha-missing',
       'captcha-unavailable', 'live-photo', 'registration-photo')),
    drop constraint assistance_decision_reason,
    add constraint assistance_decision_reason check (decision_reason in
      ('met-in-person', 'place-believed', 'phone-shared', 'same-person', 'phone-cannot', 'photo-good',
       'place-not-shown', 'phone-not-explained', 'other-person', 'not-enough', 'photo-unclear'))`,
);
