import { WebClient } from '@slack/web-api';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { TokenExchange } from '../../ports/token-exchange.ts';
import { slackClientOptions } from '../../slack/client-options.ts';
import { withChatFaults } from './chat-faults.ts';

const MAY_TAKE_MS = 5_000;

/** `oauth.v2.access` with a refresh token (docs.slack.dev/authentication/using-token-rotation), and `auth.test`. */
export function makeTokenExchange(app: {
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}): TokenExchange {
  const clientWith = (token?: string) => new WebClient(token, slackClientOptions(app.apiUrl, MAY_TAKE_MS));
  const withoutToken = clientWith();

  return {
    async renew(refreshToken) {
      const answer = await withChatFaults(() =>
        withoutToken.oauth.v2.access({
          client_id: app.clientId,
          client_secret: app.clientSecret,
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        }),
      );
      const { access_token: token, refresh_token: next, expires_in: livesForSeconds } = answer;
      if (!token || !next || !livesForSeconds) throw new ChatFault('unavailable', 'incomplete_answer');
      return { token, refreshToken: next, livesForSeconds };
    },

    async isAlive(token) {
      try {
        await withChatFaults(() => clientWith(token).auth.test());
        return true;
      } catch (error) {
        if (error instanceof ChatFault && error.kind === 'unauthorized') return false;
        throw error;
      }
    },
  };
}
