import { migration } from './migration.ts';

/** Who was written down as missed can say to a person that she was there. */
export const missedReview = migration(
  `alter table assistance
    drop constraint assistance_reason,
    add constraint assistance_reason check (reason in
      ('help', 'outside-geofence', 'location-missing', 'location-too-vague', 'device-limit', 'captcha-missing',
       'captcha-unavailable', 'live-photo', 'registration-photo', 'lost-code', 'missed'))`,
);
