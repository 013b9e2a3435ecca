import type { AccountId, RegistrationId } from '#core/ids.ts';
import { shortCode } from '#core/offer/code.ts';
import type { Found, ReviewReason } from '#core/review/reason.ts';
import { requestAssistance as waitForAPerson } from '#server/db/repositories/assistance.ts';
import { lockLiveOffer } from '#server/db/repositories/offers.ts';
import { describeReview } from '#server/db/repositories/reviews.ts';
import type { Trx } from '#server/db/schema.ts';
import type { AssistanceStep } from '#server/db/tables/offers.ts';
import type { Tools } from './tools.ts';

/** What a person is asked about. */
export type About = {
  readonly reason: ReviewReason;
  readonly found: Found;
  /** In her own words; empty for none. */
  readonly statement: string;
  /** Whether the person may see her photos. */
  readonly maySeePhoto: boolean;
  /** The last live photo, JPEG; only where she may be seen. */
  readonly livePhoto: Uint8Array | null;
};

/** The code under which asking waits for a person; the same one while it waits, about what she said last. */
export async function assistAsking(tools: Tools, registrationId: RegistrationId, about: About): Promise<string> {
  return tools.db.transaction((trx) => assist(tools, trx, { registrationId, step: 'ask', about }));
}

/**
 * The same for confirming; null where no offer lives any more. Offer and code are joined in one transaction: a code that
 * outlived its offer would keep her next offer past its deadline.
 */
export async function assistConfirming(
  tools: Tools,
  registrationId: RegistrationId,
  about: About,
): Promise<string | null> {
  return tools.db.transaction(async (trx) => {
    const offer = await lockLiveOffer(trx, registrationId);
    return offer ? assist(tools, trx, { registrationId, step: 'confirm', about }) : null;
  });
}

/** The code under which any step waits for a person. */
export async function assist(
  tools: Tools,
  trx: Trx,
  wanted: {
    readonly registrationId: RegistrationId;
    readonly step: AssistanceStep;
    readonly about: About;
    /** A member of staff who asks for her. */
    readonly askedBy?: AccountId;
  },
): Promise<string> {
  const { about, ...of } = wanted;
  for (;;) {
    const code = shortCode(tools.randomBytes(8));
    const given = await waitForAPerson(trx, { ...of, code, now: tools.now() });
    if (!given) continue;
    const { reason, found, statement, maySeePhoto, livePhoto } = about;
    // Plain help says nothing new of one that waits already.
    if (given !== code && reason === 'help' && statement === '') return given;
    const seal = (value: string | Uint8Array, column: string) =>
      tools.vault.seal(value, { table: 'assistance', column, row: given });
    await describeReview(trx, given, {
      reason,
      found,
      maySeePhoto,
      statementSealed: statement === '' ? null : seal(statement, 'statement_sealed'),
      livePhotoSealed: livePhoto ? seal(livePhoto, 'live_photo_sealed') : null,
    });
    return given;
  }
}
