import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import { isHex, protocol } from './forms.ts';
import { fromHex, utf8 } from './hash.ts';
import { err, ok, type Result } from './result.ts';
import type { Season } from './season.ts';

/**
 * Sections 2.2 and 5, `{"announcement":[…],"protocol":…,"summary":[…]}`: Ed25519 signatures (128 hex, RFC 8032) over the
 * announcement's bytes and over the summary's, one of each party in the announcement's order.
 */
export type Cosignatures = {
  readonly announcement: readonly string[];
  readonly protocol: typeof protocol;
  readonly summary: readonly string[];
};

/** `at` names the place, such as `summary[1]`. */
export type CosignaturesError = {
  readonly kind:
    | 'cosignatures-not-json'
    | 'cosignatures-not-canonical'
    | 'cosignatures-members'
    | 'cosignatures-protocol'
    | 'cosignatures-count'
    | 'cosignatures-form';
  readonly at: string;
};

export const cosigned = ['announcement', 'summary'] as const;

/** One signature to be checked. Ed25519 is not the draw's: who has it (Node, a browser) checks these. */
export type Signed = {
  /** Where it stands, such as `summary[1]`. */
  readonly at: string;
  readonly party: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
};

export function parseCosignatures(text: string): Result<Cosignatures, CosignaturesError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'cosignatures-not-json', at: '' });
  const top = exactMembers(json, ['announcement', 'protocol', 'summary']);
  if (!top) return err({ kind: 'cosignatures-members', at: '' });
  if (top.protocol !== protocol) return err({ kind: 'cosignatures-protocol', at: 'protocol' });
  const announcement = signatures(top.announcement, 'announcement');
  if (!announcement.ok) return announcement;
  const summary = signatures(top.summary, 'summary');
  if (!summary.ok) return summary;
  const read = { announcement: announcement.value, protocol, summary: summary.value } as const;
  return canonicalJson(read) === text ? ok(read) : err({ kind: 'cosignatures-not-canonical', at: '' });
}

/** The file's bytes as text. */
export function writeCosignatures({ announcement, summary }: Omit<Cosignatures, 'protocol'>): string {
  return canonicalJson({ announcement, protocol, summary });
}

/** Every signature with its key and message; `cosignatures-count` where a party hasn't signed. */
export function signedBy(
  season: Season,
  cosignatures: Cosignatures,
  texts: Readonly<Record<(typeof cosigned)[number], string>>,
): Result<readonly Signed[], CosignaturesError> {
  const all: Signed[] = [];
  for (const what of cosigned) {
    if (cosignatures[what].length !== season.parties.length) return err({ kind: 'cosignatures-count', at: what });
    const message = utf8(texts[what]);
    for (const [index, { key, name }] of season.parties.entries()) {
      const signature = fromHex(cosignatures[what][index] ?? '');
      all.push({ at: `${what}[${index}]`, party: name, key: fromHex(key), message, signature });
    }
  }
  return ok(all);
}

function signatures(value: unknown, at: string): Result<readonly string[], CosignaturesError> {
  if (!Array.isArray(value)) return err({ kind: 'cosignatures-members', at });
  const read: string[] = [];
  for (const [index, signature] of value.entries()) {
    if (!isHex(signature, 64)) return err({ kind: 'cosignatures-form', at: `${at}[${index}]` });
    read.push(signature);
  }
  return ok(read);
}
