import { setTimeout as sleep } from 'node:timers/promises';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { TokenExchange } from '../../src/ports/token-exchange.ts';

const LIFE_SECONDS = 12 * 3600;

/** Slack's token exchange: a refresh token works once. Tokens are counted: `xoxb-2` with `xoxe-2` comes after `xoxe-1`. */
export function fakeTokenExchange() {
  const spent: string[] = [];
  const dead = new Set<string>();
  const faults: ChatFault[] = [];

  const exchange: TokenExchange = {
    async renew(refreshToken) {
      await sleep(5);
      const fault = faults.shift();
      if (fault) throw fault;
      if (spent.includes(refreshToken)) throw new ChatFault('unauthorized', 'invalid_refresh_token');
      spent.push(refreshToken);
      const next = Number(refreshToken.split('-')[1]) + 1;
      return { token: `xoxb-${next}`, refreshToken: `xoxe-${next}`, livesForSeconds: LIFE_SECONDS };
    },
    async isAlive(token) {
      const fault = faults.shift();
      if (fault) throw fault;
      return !dead.has(token);
    },
  };

  return {
    ...exchange,
    /** The refresh tokens that were traded, in order. */
    spent: spent as readonly string[],
    fail: (fault: ChatFault) => void faults.push(fault),
    kill: (token: string) => void dead.add(token),
  };
}
