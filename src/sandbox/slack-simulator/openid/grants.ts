import type { AuthorizeRequest } from './authorize-request.ts';

/** What a person agreed to, until the app fetches it. */
export interface Grant extends AuthorizeRequest {
  readonly team: string;
  readonly user: string;
}

const CODES_LIVE_MS = 10 * 60_000;

/** Codes, good once and for ten minutes, and the access tokens that they are exchanged for. */
export interface Grants {
  issueCode(grant: Grant): string;
  /** The code is used up, whatever comes of it. */
  redeem(code: string): Grant | 'used' | null;
  issueToken(grant: Grant): string;
  ofToken(token: string): Grant | null;
}

export function makeGrants(clock: () => number, makeText: () => string): Grants {
  const codes = new Map<string, { grant: Grant; issuedAt: number; isUsed: boolean }>();
  const tokens = new Map<string, Grant>();

  return {
    issueCode(grant) {
      const code = makeText();
      codes.set(code, { grant, issuedAt: clock(), isUsed: false });
      return code;
    },
    redeem(code) {
      const entry = codes.get(code);
      if (!entry || clock() - entry.issuedAt > CODES_LIVE_MS) return null;
      if (entry.isUsed) return 'used';
      entry.isUsed = true;
      return entry.grant;
    },
    issueToken(grant) {
      const token = `xoxp-sandbox-${makeText()}`;
      tokens.set(token, grant);
      return token;
    },
    ofToken: (token) => tokens.get(token) ?? null,
  };
}
