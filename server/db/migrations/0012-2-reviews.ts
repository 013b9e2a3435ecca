import { migration } from './migration.ts';

/** A step that waits for a person becomes a review: why, what was found, what she decided and why. */
export const reviews = migration(
  `alter table assistance
    add column reason text not null default 'help' constraint assistance_reason check (reason in
      ('help', 'outside-geofence', 'location-missing', 'location-too-vague', 'device-limit', 'captcha-missing',
       'captcha-unavailable', 'live-photo')),
    add column found jsonb not null default '{}',
    add column statement_sealed bytea,
    add column may_see_photo boolean not null default false,
    add column live_photo_sealed bytea,
    add column decision text constraint assistance_decision check (decision in ('for', 'against')),
    add column decision_reason text constraint assistance_decision_reason check (decision_reason in
      ('met-in-person', 'place-believed', 'phone-shared', 'same-person', 'phone-cannot',
       'place-not-shown', 'phone-not-explained', 'other-person', 'not-enough')),
    add column note_sealed bytea,
    add column entered_at timestamptz,
    add constraint assistance_decided check
      ((decision is null) = (decision_reason is null) and (decision is null or state = 'done')),
    add constraint assistance_photo_waits check (live_photo_sealed is null or (state = 'waiting' and may_see_photo)),
    add constraint assistance_entered check (entered_at is null or (decision = 'for' and step = 'ask'))`,
  'alter table assistance alter column live_photo_sealed set storage external',
  // What a person decided while no pool was open: the next one takes these first.
  `create index assistance_to_enter on assistance (done_at)
    where decision = 'for' and step = 'ask' and entered_at is null`,
  'create index assistance_registration on assistance (registration_id, asked_at)',
);
