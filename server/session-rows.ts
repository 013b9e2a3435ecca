import type { Database } from './db/database.ts';
import {
  addSession,
  deleteSession,
  expireSession,
  findSession,
  rotateSession,
  setFlow,
  setOutcome,
  setSessionLocale,
  takeFlow,
  touchSession,
} from './db/repositories/sessions.ts';
import type { SessionRows } from './session.ts';

export function sessionRowsIn(database: Database): SessionRows {
  const db = database.kysely;
  return {
    find: (tokenHash) => findSession(db, tokenHash),
    add: (session) => addSession(db, session),
    rotate: (oldTokenHash, session, outcome) =>
      database.transaction((trx) => rotateSession(trx, oldTokenHash, { session, outcome })),
    touch: (tokenHash, now, unlessSince) => touchSession(db, tokenHash, { now, unlessSince }),
    setLocale: (tokenHash, locale) => setSessionLocale(db, tokenHash, locale),
    setOutcome: (tokenHash, outcome) => setOutcome(db, tokenHash, outcome),
    setFlow: (tokenHash, flowSealed) => setFlow(db, tokenHash, flowSealed),
    takeFlow: (tokenHash) => takeFlow(db, tokenHash),
    expire: (tokenHash) => expireSession(db, tokenHash),
    remove: (tokenHash) => deleteSession(db, tokenHash),
  };
}
