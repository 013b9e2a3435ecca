import { Hono } from 'hono';
import { problemAlone } from './answer.ts';
import { mountAccount } from './api/account.ts';
import { mountAssistance } from './api/assistance.ts';
import { mountConfirmation } from './api/confirmation.ts';
import { mountDraws } from './api/draws.ts';
import { mountGroup } from './api/group.ts';
import { mountGroupCodes } from './api/group-codes.ts';
import { mountLanguage } from './api/language.ts';
import { mountLeave } from './api/leave.ts';
import { mountMessages } from './api/messages.ts';
import { mountMyData } from './api/my-data.ts';
import { mountOffer } from './api/offer.ts';
import { mountOpenApi } from './api/openapi.ts';
import { mountOwnLine } from './api/own-line.ts';
import { mountPolicies } from './api/policies.ts';
import { mountPublic } from './api/public.ts';
import { mountRegistration } from './api/registration.ts';
import { mountRequest } from './api/request.ts';
import { mountSandbox } from './api/sandbox.ts';
import { mountSignIn } from './api/sign-in.ts';
import { mountSpeech } from './api/speech.ts';
import { mountStaff } from './api/staff.ts';
import { mountStatistics } from './api/statistics.ts';
import { mountTextReports } from './api/text-reports.ts';
import type { ApiParts } from './parts.ts';
import { readVisit } from './visit.ts';

export type Api = {
  readonly app: Hono;
  /** For the log: the paths that exist. */
  readonly paths: ReadonlySet<string>;
};

/** Everything below `/api` and `/.well-known`. */
export function makeApi(parts: ApiParts): Api {
  const app = new Hono();
  // What a request held of the room is free again once it is answered, or broke off.
  app.use(async (context, next) => {
    try {
      await next();
    } finally {
      parts.room.leave(context.req.raw);
    }
  });
  mountSignIn(app, parts);
  mountAccount(app, parts);
  mountLanguage(app, parts);
  mountRegistration(app, parts);
  mountGroup(app, parts);
  mountGroupCodes(app, parts);
  mountRequest(app, parts);
  mountOffer(app, parts);
  mountAssistance(app, parts);
  mountMyData(app, parts);
  mountConfirmation(app, parts);
  mountMessages(app, parts);
  mountTextReports(app, parts);
  mountStatistics(app, parts);
  mountPolicies(app, parts);
  mountSpeech(app, parts);
  mountStaff(app, parts);
  mountOwnLine(app, parts);
  mountDraws(app, parts);
  mountPublic(app, parts);
  mountLeave(app, parts);
  if (parts.sandboxProvider) mountSandbox(app, parts, parts.sandboxProvider);
  mountOpenApi(app, parts);

  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  const methods = new Map(routes.map(({ path, method }) => [path, method]));
  for (const [path, method] of methods) {
    app.all(path, (context) =>
      problemAlone(
        readVisit(context.req.raw, parts),
        { kind: 'method-not-allowed' },
        { ...parts, headers: { Allow: method } },
      ),
    );
  }
  app.notFound((context) => problemAlone(readVisit(context.req.raw, parts), { kind: 'not-found' }, parts));
  app.onError((error, context) => {
    const visit = readVisit(context.req.raw, parts);
    parts.log.failure('api', error, visit.requestId);
    return problemAlone(visit, { kind: 'unexpected' }, parts);
  });
  return { app, paths: new Set(methods.keys()) };
}
