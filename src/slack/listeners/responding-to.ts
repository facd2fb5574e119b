import type { RespondArguments, RespondFn } from '@slack/bolt';

const SLACK_RESPONSE_HOSTS = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/**
 * Whether answers may be posted there: https at Slack's own hosts, or the origin of the API where another one is
 * configured. Slack's library would post to whatever a request names.
 */
export function isSlacksResponseUrl(text: string, apiUrl: string): boolean {
  if (!URL.canParse(text)) return false;
  const [url, api] = [new URL(text), new URL(apiUrl)];
  if (url.username !== '' || url.password !== '') return false;
  if (api.hostname !== 'slack.com' && api.hostname !== 'slack-gov.com') return url.origin === api.origin;
  return url.protocol === 'https:' && url.port === '' && SLACK_RESPONSE_HOSTS.has(url.hostname);
}

/** Answers to a request once more, at the address that it named, if that is Slack's own. */
export function respondingTo(
  responseUrl: string,
  respond: RespondFn,
  apiUrl: string,
): (answer: RespondArguments) => Promise<void> {
  return async (answer) => {
    if (!isSlacksResponseUrl(responseUrl, apiUrl)) throw new Error('the response_url is not of Slack');
    await respond(answer);
  };
}
