import type { AppAnswer } from '../simulator.ts';

/** The app as its page at Slack shows it, where anybody may install it. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** An address that was registered, or one below it. */
  readonly redirectUrls: readonly string[];
  /** What the app may ask for. */
  readonly scopes: readonly string[];
  readonly rotatesTokens?: boolean;
}

/** What a person does on Slack's page that asks whether the app may be installed. */
export type Consent =
  | { readonly kind: 'allow'; readonly team: string; readonly user: string; readonly without?: readonly string[] }
  /** For the whole organization; `team` is where the person stands. */
  | { readonly kind: 'allow-organization'; readonly organization: string; readonly team: string; readonly user: string }
  | { readonly kind: 'cancel' };

export interface InstallVerbs {
  /**
   * Answers Slack's page at this address. `without` leaves out optional scopes.
   *
   * @returns where Slack sends the browser next
   * @throws Error where Slack would show an error instead of the page
   */
  consent(authorizeUrl: string, consent: Consent): string;
  /** Removes the app from a team or an organization: its tokens die, and it is told by two events. */
  uninstall(place: string): Promise<readonly AppAnswer[]>;
}
