import { createHash, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../web-api/reply.ts';
import type { SignInApp } from './app.ts';
import type { Grant, Grants } from './grants.ts';

/** Exchanges a code as `openid.connect.token` does: errors come with status 200 and `ok: false`. */
export async function tokenAnswer(
  form: URLSearchParams,
  deps: {
    readonly app: SignInApp;
    readonly grants: Grants;
    readonly idTokenFor: (grant: Grant) => Promise<string>;
    readonly violation: (what: string) => void;
  },
): Promise<Answer & { readonly body: Readonly<Record<string, unknown>> }> {
  const { app, grants, idTokenFor, violation } = deps;
  if (form.get('client_id') !== app.clientId) return refuse('invalid_client_id');
  if (!isSame(form.get('client_secret') ?? '', app.clientSecret)) return refuse('bad_client_secret');
  if (form.get('grant_type') !== 'authorization_code') return refuse('invalid_grant_type');
  const grant = grants.redeem(form.get('code') ?? '');
  if (grant === 'used') {
    violation('openid.connect.token: the same code twice');
    return refuse('code_already_used');
  }
  if (grant === null) return refuse('invalid_code');
  if (form.get('redirect_uri') !== grant.redirectUri) return refuse('bad_redirect_uri');
  if (grant.codeChallenge !== null && challengeOf(form.get('code_verifier') ?? '') !== grant.codeChallenge) {
    return refuse('invalid_code_verifier');
  }
  const body = {
    ok: true,
    access_token: grants.issueToken(grant),
    token_type: 'Bearer',
    id_token: await idTokenFor(grant),
  };
  return { status: 200, body };
}

function refuse(error: string) {
  return { status: 200, body: { ok: false, error } };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
