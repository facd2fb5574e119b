import type { SlackPerson } from '../domain/slack-person.ts';

/** One try of one browser to sign in: random texts that come back, or that only this try can know. */
export interface SignInAttempt {
  /** Comes back in the address. */
  readonly state: string;
  /** Comes back inside what is signed. */
  readonly nonce: string;
  /** Proves at the end that we began (RFC 7636), where the service asks for it: 43 to 128 letters and digits. */
  readonly codeVerifier: string;
}

/** Sign in with Slack: an OpenID Connect code flow. Every method may throw SignInFault. */
export interface SignInService {
  /** Where the browser is sent; it comes back to the redirect address with `code` and `state`. */
  addressFor(attempt: SignInAttempt, workspace: string): Promise<string>;
  /** Who signed in. The code is good once. */
  personOf(code: string, attempt: SignInAttempt): Promise<SlackPerson>;
}

/** `unavailable`: another try may do. `refused`: the service, or our check of its answer, said no. */
export class SignInFault extends Error {
  override readonly name = 'SignInFault';
  readonly kind: 'unavailable' | 'refused';

  constructor(kind: SignInFault['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
