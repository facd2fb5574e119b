/** The chat service's own word on the tokens of this app. Every method throws `ChatFault` and nothing else. */
export interface TokenExchange {
  /**
   * Trades a refresh token, which works once, for the next token.
   *
   * @throws ChatFault `unauthorized` when the refresh token is not good any more
   */
  renew(refreshToken: string): Promise<RenewedToken>;
  /** Whether a token is still good. */
  isAlive(token: string): Promise<boolean>;
}

export interface RenewedToken {
  readonly token: string;
  readonly refreshToken: string;
  readonly livesForSeconds: number;
}
