import { DateTime } from 'luxon';
import { NoAnswer, type SlackProbe } from '../../ports/probes.ts';

const MAY_TAKE_MS = 10_000;

/** `auth.test` and `apps.connections.open`, asked for what stands in the headers of their answers too. */
export function makeSlackProbe(apiUrl: string): SlackProbe {
  return {
    async identify(token) {
      const { answer, headers } = await ask('auth.test', token);
      if (answer['ok'] !== true) return { error: String(answer['error']) };
      const scopes = (headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
      const ms = Date.parse(headers.get('date') ?? '');
      const { team, user } = answer;
      return {
        team: String(team),
        bot: String(user),
        scopes: scopes.filter((scope) => scope !== ''),
        answeredAt: Number.isNaN(ms) ? null : DateTime.fromMillis(ms, { zone: 'utc' }),
      };
    },

    async refusesSocket(appToken) {
      const { answer } = await ask('apps.connections.open', appToken);
      return answer['ok'] === true ? null : String(answer['error']);
    },
  };

  async function ask(method: string, token: string) {
    try {
      const response = await fetch(`${apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
        redirect: 'error',
        signal: AbortSignal.timeout(MAY_TAKE_MS),
      });
      return { answer: (await response.json()) as Record<string, unknown>, headers: response.headers };
    } catch (error) {
      throw new NoAnswer(method, { cause: error });
    }
  }
}
