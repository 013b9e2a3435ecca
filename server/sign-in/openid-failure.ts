import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { SignInFailure } from './contract.ts';

/**
 * What the person is told of an error of `openid-client`: cancelled where she said no, unavailable where the provider
 * can't be reached, is too slow or answers 5xx or 429, else failed. An error that isn't the library's is a bug: thrown.
 */
export function failureKind(error: unknown): SignInFailure['kind'] {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'sign-in-cancelled';
    return error.error === 'temporarily_unavailable' ? 'sign-in-unavailable' : 'sign-in-failed';
  }
  if (isOutOfReach(error)) return 'sign-in-unavailable';
  if (isVendorError(error)) return 'sign-in-failed';
  throw error;
}

/** Codes only: a provider's descriptions may hold anything, a person's address included. */
export function failureReason(error: unknown): string {
  const codes = causes(error).map((cause) => {
    if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) return cause.error;
    return cause instanceof Error ? (codeOf(cause) ?? cause.name) : undefined;
  });
  return codes.filter((code) => code !== undefined).join(' < ');
}

function isVendorError(error: unknown): boolean {
  return (
    error instanceof ClientError || error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError
  );
}

function isOutOfReach(error: unknown): boolean {
  return causes(error).some(
    (cause) =>
      (cause instanceof Error && (cause.name === 'TimeoutError' || codeOf(cause) === 'OAUTH_TIMEOUT')) ||
      // undici's own words for "no connection" and "cut in the middle"; it gives both as bare TypeErrors.
      (cause instanceof TypeError && (cause.message === 'fetch failed' || cause.message === 'terminated')) ||
      isOverloaded(cause),
  );
}

/** An answer of the provider. Node's own is no `instanceof Response`: the gateway puts a class of its own in its place. */
function isOverloaded(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('status' in cause)) return false;
  return typeof cause.status === 'number' && (cause.status >= 500 || cause.status === 429);
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let cause = error; cause !== undefined && cause !== null && chain.length < 8; ) {
    chain.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return chain;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
