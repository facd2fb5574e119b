import { makeSlackClient } from '../../../src/adapters/slack/client.ts';
import { makeSlackDirectory } from '../../../src/adapters/slack/directory.ts';
import { makeSlackMessenger } from '../../../src/adapters/slack/messenger.ts';
import { makeUploadBytes } from '../../../src/adapters/slack/upload-bytes.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';
import { SIGNING_SECRET } from '../../sandbox/slack-simulator/setting.ts';

const NOT_GRANTED = ['conversations.history', 'files.info'];

/** A simulated Slack at 2026-03-02T09:00Z, and the product's own adapters pointed at it. */
export async function openSlack() {
  const slack = await startSlackSimulator({
    clock: () => Date.parse('2026-03-02T09:00:00Z'),
    signingSecret: SIGNING_SECRET,
    teams: [acmeSeed],
  });
  const client = makeSlackClient({ token: acmeSeed.botToken, apiUrl: slack.apiUrl, timeoutMs: 10_000 });
  return {
    slack,
    messenger: makeSlackMessenger(() => client, makeUploadBytes(slack.apiUrl)),
    directory: makeSlackDirectory(() => client),
    /** From now on the app is without its optional scopes. */
    lookAway: () => {
      for (const method of NOT_GRANTED) {
        slack.fault({ method, times: Number.POSITIVE_INFINITY, play: { kind: 'error', error: 'missing_scope' } });
      }
    },
    close: slack.close,
  };
}
