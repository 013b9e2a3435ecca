import type { AuditPath } from './audit-path.ts';
import { exactMembers, parseJson } from './canonical-json.ts';
import { isHex, isHex32, isIntegerBetween, protocol } from './forms.ts';
import type { OwnLine } from './own-line.ts';
import { err, ok, type Result } from './result.ts';

/** `at` names the member. */
export type OwnLineError = { readonly kind: OwnLineErrorKind; readonly at: string };

type OwnLineErrorKind =
  | 'own-line-not-json'
  | 'own-line-members'
  | 'own-line-protocol'
  | 'own-line-signature'
  | 'own-line-ticket'
  | 'own-line-path'
  | 'own-line-not-closed';

/**
 * The form of `my-line.json` alone: what stands in it, `checkOwnLine` judges. In any order and with any white space: what was
 * signed or hashed stands in it as its exact text.
 */
export function parseOwnLine(text: string): Result<OwnLine, OwnLineError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'own-line-not-json', at: '' });
  return checkForm(json);
}

type InTree = { readonly line: string; readonly path: AuditPath };

function checkForm(json: unknown): Result<OwnLine, OwnLineError> {
  const top = exactMembers(json, ['closed', 'drawn', 'promise', 'promiseSignature', 'protocol', 'season']);
  if (!top || !isTextOrNull(top.season) || typeof top.promise !== 'string')
    return err({ kind: 'own-line-members', at: '' });
  const { promise, promiseSignature, season } = top;
  if (top.protocol !== protocol) return err({ kind: 'own-line-protocol', at: 'protocol' });
  if (!isSignature(promiseSignature)) return err({ kind: 'own-line-signature', at: 'promiseSignature' });
  const closed = top.closed === null ? ok(null) : checkClosed(top.closed);
  if (!closed.ok) return closed;
  const drawn = top.drawn === null ? ok(null) : checkDrawn(top.drawn);
  if (!drawn.ok) return drawn;
  if (drawn.value && !closed.value) return err({ kind: 'own-line-not-closed', at: 'drawn' });
  return ok({ protocol, season, promise, promiseSignature, closed: closed.value, drawn: drawn.value });
}

function checkClosed(value: unknown): Result<NonNullable<OwnLine['closed']>, OwnLineError> {
  const at = 'closed';
  const members = exactMembers(value, ['announcement', 'line', 'path', 'signatures']);
  if (!members || typeof members.announcement !== 'string') return err({ kind: 'own-line-members', at });
  const { announcement, signatures } = members;
  if (!areSignatures(signatures)) return err({ kind: 'own-line-signature', at });
  const inTree = checkInTree({ line: members.line, path: members.path }, at);
  return inTree.ok ? ok({ announcement, signatures, ...inTree.value }) : inTree;
}

function checkDrawn(value: unknown): Result<NonNullable<OwnLine['drawn']>, OwnLineError> {
  const at = 'drawn';
  const members = exactMembers(value, ['outcome', 'signatures', 'slot', 'summary', 'ticket']);
  if (!members || typeof members.summary !== 'string' || typeof members.outcome !== 'string')
    return err({ kind: 'own-line-members', at });
  const { outcome, signatures, summary, ticket } = members;
  if (!areSignatures(signatures)) return err({ kind: 'own-line-signature', at });
  if (!isHex32(ticket)) return err({ kind: 'own-line-ticket', at });
  const slot = members.slot === null ? ok(null) : checkInTree(members.slot, `${at}.slot`);
  return slot.ok ? ok({ summary, signatures, ticket, outcome, slot: slot.value }) : slot;
}

function checkInTree(value: unknown, at: string): Result<InTree, OwnLineError> {
  const members = exactMembers(value, ['line', 'path']);
  if (!members || typeof members.line !== 'string') return err({ kind: 'own-line-members', at });
  const path = exactMembers(members.path, ['count', 'index', 'siblings']);
  if (!path || !isIntegerBetween(path.count, 1) || !isIntegerBetween(path.index, 0, path.count - 1))
    return err({ kind: 'own-line-path', at });
  const { count, index, siblings } = path;
  if (!Array.isArray(siblings) || !siblings.every(isHex32)) return err({ kind: 'own-line-path', at });
  return ok({ line: members.line, path: { count, index, siblings } });
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isSignature(value: unknown): value is string {
  return isHex(value, 64);
}

function areSignatures(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isSignature);
}
