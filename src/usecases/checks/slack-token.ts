import { Duration } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { type Identity, NoAnswer, type SlackProbe } from '../../ports/probes.ts';
import { bad, type Check, type Finding, good, unsure } from '../doctor.ts';

const INSTALL_AGAIN = 'Install the app again, and set the new token if it stands in SLACK_BOT_TOKEN.';
const SEALED_OTHERWISE =
  'Put the key that it was sealed with behind the new one in ENCRYPTION_KEY, or install the app again.';
export const SLACK_IS_SILENT =
  'Let this machine connect to slack.com by HTTPS: look at its network, proxy and firewall.';

/** What the video service's clock may differ by; Slack's requests are refused from five minutes on. */
const CLOCKS_DIFFER_BY = Duration.fromObject({ minutes: 1 });

/** A token to look at, and where it is from. */
export interface TokenToCheck {
  readonly about: string;
  /** Null where it cannot be opened with the keys of the settings. */
  readonly token: string | null;
  /** It is renewed at its next use anyway. */
  readonly rotates: boolean;
}

/** Whether a token is good, what it may do, and whether Slack has the same time as we have. */
export function checkSlackToken(deps: {
  readonly tokens: () => AsyncIterable<TokenToCheck>;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly probe: Pick<SlackProbe, 'identify'>;
  readonly clock: Clock;
}): Check {
  const { tokens, required, optional, probe, clock } = deps;
  return {
    about: 'Slack token',
    async look() {
      const found: Finding[] = [];
      for await (const { about, token, rotates } of tokens()) found.push(...(await lookAt(about, token, rotates)));
      if (found.length > 0) return found;
      return [
        unsure('Slack token', 'nobody has installed the app yet', 'Open PUBLIC_URL/slack/install and install it.'),
      ];
    },
  };

  async function lookAt(about: string, token: string | null, rotates: boolean): Promise<Finding[]> {
    if (token === null) return [bad(about, 'was sealed with another ENCRYPTION_KEY', SEALED_OTHERWISE)];
    const identity = await probe.identify(token).catch(unlessSilent);
    if (identity === 'silence') return [bad(about, 'could not be looked at: Slack does not answer', SLACK_IS_SILENT)];
    if (!('error' in identity)) {
      const { team, bot } = identity;
      return [good(about, `good: ${bot} in ${team}`), ...scopesOf(about, identity), ...clockBy(identity)];
    }
    if (identity.error === 'token_expired' && rotates) return [good(about, 'expired, and renewed at its next use')];
    return [bad(about, `Slack refuses it: ${identity.error}`, INSTALL_AGAIN)];
  }

  function scopesOf(token: string, { scopes }: Identity): Finding[] {
    const about = token.replace('token', 'scopes');
    const missing = required.filter((scope) => !scopes.includes(scope));
    const fix =
      'Add them under OAuth & Permissions, or paste the output of npm run manifest, and install the app again.';
    if (missing.length > 0) return [bad(about, `missing: ${missing.join(', ')}`, fix)];
    const left = optional.filter((scope) => !scopes.includes(scope));
    if (left.length === 0) return [good(about, 'all there')];
    return [unsure(about, `without the optional ${left.join(', ')}; what they are for is missing`, fix)];
  }

  function clockBy({ answeredAt }: Identity): Finding[] {
    if (!answeredAt) return [];
    const about = 'Clock';
    const seconds = Math.round(Math.abs(clock.now().diff(answeredAt).as('seconds')));
    const says = `${seconds} s from Slack's`;
    if (seconds < CLOCKS_DIFFER_BY.as('seconds')) return [good(about, says)];
    return [bad(about, says, 'Set the clock of this machine by NTP, for instance: timedatectl set-ntp true')];
  }
}

/** For a call of the probe. */
export function unlessSilent(error: unknown): 'silence' {
  if (error instanceof NoAnswer) return 'silence';
  throw error;
}
