import { bls12_381 } from '@noble/curves/bls12-381.js';
import { fromHex, nobleHash } from '#core/draw/hash.ts';
import type { Instant } from '#core/time/instant.ts';

/** A chain of drand's: what it signs with, and when. */
export type DrandChain = {
  /** 96 bytes, hex: a point of G2. */
  readonly publicKey: string;
  readonly genesis: Instant;
  readonly period: number;
};

/**
 * drand's chain `quicknet` (scheme `bls-unchained-g1-rfc9380`), the one that an announcement's `drandRound` counts by. Its
 * key stands here and is never asked for: whoever could change it could make up rounds. docs.drand.love, "Quicknet".
 */
export const quicknet: DrandChain = {
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367_000 as Instant,
  period: 3000,
};

/** A round is at least so much later than the announcement (protocol, section 2.2). */
export const leastLead = 10 * 60_000;

/** What the operator adds: the announcement takes a moment to be written, and the witnesses' clocks are not quite ours. */
const slack = 5 * 60_000;

/** When a round is out. Round 1 is the genesis'. */
export function timeOfRound(round: number, chain = quicknet): Instant {
  return (chain.genesis + (round - 1) * chain.period) as Instant;
}

/** The round to announce at an instant: fifteen minutes after it, or up to a period more. */
export function roundToAnnounce(announcedAt: Instant, chain = quicknet): number {
  return Math.max(1, Math.ceil((announcedAt + leastLead + slack - chain.genesis) / chain.period) + 1);
}

/** Whether the chain signed this round: BLS over H(round, 8 bytes) on G1. False for whatever isn't a signature (96 hex). */
export function isRoundSigned(round: number, signature: string, chain = quicknet): boolean {
  try {
    return bls.verify(fromHex(signature), roundPoint(round), fromHex(chain.publicKey));
  } catch {
    return false;
  }
}

const bls = bls12_381.shortSignatures;

/** What is signed: in an unchained chain nothing but the round's number, so that anybody can check one round alone. */
export function roundPoint(round: number) {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  return bls.hash(nobleHash.sha256(number), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
}
