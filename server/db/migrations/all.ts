import type { Migration } from 'kysely/migration';
import { accounts } from './0001-accounts.ts';
import { registrations } from './0002-registrations.ts';
import { pools } from './0003-pools.ts';
import { offers } from './0004-offers.ts';
import { operations } from './0005-operations.ts';
import { keyChecks } from './0006-key-checks.ts';
import { groups } from './0007-groups.ts';
import { recovery } from './0009-recovery.ts';
import { secondChances } from './0010-pool.ts';
import { notices } from './0011-notices.ts';
import { guardSignals } from './0012-1-signals.ts';
import { reviews } from './0012-2-reviews.ts';
import { guard } from './0012-3-guard.ts';
import { photos } from './0012-4-photos.ts';
import { lostCode } from './0012-5-lost-code.ts';
import { together } from './0013-together.ts';
import { textReports } from './0014-text-reports.ts';
import { missed } from './0015-missed.ts';
import { groupEvents } from './0016-group-events.ts';
import { letters } from './0017-letters.ts';
import { heads } from './0018-heads.ts';
import { oldAnswers } from './0019-old-answers.ts';
import { missedReview } from './0020-missed-review.ts';
import { rounds } from './0021-rounds.ts';
import { releases } from './0022-releases.ts';
import { statistics } from './0023-statistics.ts';
import { policies } from './0024-policies.ts';

/** Forward only, in this order for good: a published migration is never changed, the next one mends it. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': accounts,
  '0002-registrations': registrations,
  '0003-pools': pools,
  '0004-offers': offers,
  '0005-operations': operations,
  '0006-key-checks': keyChecks,
  '0007-groups': groups,
  '0009-recovery': recovery,
  '0010-pool': secondChances,
  '0011-notices': notices,
  '0012-1-signals': guardSignals,
  '0012-2-reviews': reviews,
  '0012-3-guard': guard,
  '0012-4-photos': photos,
  '0012-5-lost-code': lostCode,
  '0013-together': together,
  '0014-text-reports': textReports,
  '0015-missed': missed,
  '0016-group-events': groupEvents,
  '0017-letters': letters,
  '0018-heads': heads,
  '0019-old-answers': oldAnswers,
  '0020-missed-review': missedReview,
  '0021-rounds': rounds,
  '0022-releases': releases,
  '0023-statistics': statistics,
  '0024-policies': policies,
};
