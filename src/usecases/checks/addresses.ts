import type { SlackProbe, WebProbe } from '../../ports/probes.ts';
import { bad, type Check, type Finding, good } from '../doctor.ts';
import { SLACK_IS_SILENT, unlessSilent } from './slack-token.ts';

/** Whether people and Slack reach this server, and whether it turns away what Slack did not sign. */
export function checkAddresses(deps: {
  readonly publicUrl: string;
  readonly web: WebProbe;
  /** With one Slack need not reach us. */
  readonly appToken: string | null;
  readonly slack: Pick<SlackProbe, 'refusesSocket'>;
}): Check {
  const { publicUrl, web, appToken, slack } = deps;
  return {
    about: 'PUBLIC_URL',
    look: async () => [
      ...(await lookAtPages()),
      ...(appToken === null ? await lookAtRequestUrl() : await lookAtSocket(appToken)),
    ],
  };

  async function lookAtPages(): Promise<Finding[]> {
    const about = 'PUBLIC_URL';
    const status = await web.get(`${publicUrl}/healthz`);
    if (status === 200) return [good(about, `${publicUrl}/healthz answers`)];
    const says = status === null ? 'nothing answers there' : `${publicUrl}/healthz answers with status ${status}`;
    const fix = `Start Convene, and point ${publicUrl} at it: name, certificate, proxy, firewall.`;
    return [bad(about, says, fix)];
  }

  async function lookAtRequestUrl(): Promise<Finding[]> {
    const about = 'Request URL';
    const url = `${publicUrl}/slack/events`;
    const status = await web.post(url);
    if (status === 401) return [good(about, 'turns away what Slack did not sign')];
    const says =
      status === null ? 'nothing answers there' : `answers an unsigned request with status ${status}, not 401`;
    return [bad(about, says, `Let the proxy pass POST ${url} to Convene unchanged, its body and headers included.`)];
  }

  async function lookAtSocket(token: string): Promise<Finding[]> {
    const about = 'Socket Mode';
    const error = await slack.refusesSocket(token).catch(unlessSilent);
    if (error === 'silence') return [bad(about, 'could not be looked at: Slack does not answer', SLACK_IS_SILENT)];
    if (error === null) return [good(about, 'Slack lets us connect')];
    const fix =
      'Turn Socket Mode on in the settings of the app, and set SLACK_APP_TOKEN to an app-level token with the scope connections:write.';
    return [bad(about, `Slack refuses SLACK_APP_TOKEN: ${error}`, fix)];
  }
}
