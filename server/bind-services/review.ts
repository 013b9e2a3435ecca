import { forgetFreshCode } from '#server/db/repositories/recovery.ts';
import type { ReviewServices } from '#server/services/review.ts';
import { requestAssistance } from '#server/use-cases/assistance.ts';
import { decideReview } from '#server/use-cases/decide-review.ts';
import { askForNewCode } from '#server/use-cases/lost-code.ts';
import { decided, refusedPhotos, review, reviews } from '#server/use-cases/review-views.ts';
import type { Tools } from '#server/use-cases/tools.ts';

export function bindReview(tools: Tools): ReviewServices {
  return {
    requestAssistance: (input) => requestAssistance(tools, input),
    decided: (accountId) => decided(tools, accountId),
    refusedPhotos: (accountId) => refusedPhotos(tools, accountId),
    reviews: (reason) => reviews(tools, reason),
    review: (input) => review(tools, input),
    decideReview: (input) => decideReview(tools, input),
    askForNewCode: (input) => askForNewCode(tools, input),
    hideCode: (sessionHash) => forgetFreshCode(tools.db.kysely, sessionHash),
  };
}
