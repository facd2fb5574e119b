import { makeAskSlack } from '../../../src/adapters/slack/ask.ts';
import { makeClientFor } from '../../../src/adapters/slack/client.ts';
import { makeSlackDirectory } from '../../../src/adapters/slack/directory.ts';
import { makeSlackMessenger } from '../../../src/adapters/slack/messenger.ts';
import { makeUploadBytes } from '../../../src/adapters/slack/upload-bytes.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';
import { SIGNING_SECRET } from '../../sandbox/slack-simulator/setting.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeGates } from '../../support/fake-gates.ts';

const NOT_GRANTED = ['conversations.history', 'files.info'];

/** A simulated Slack at 2026-03-02T09:00Z, and the product's own adapters pointed at it. */
export async function openSlack() {
  const clock = fakeClock('2026-03-02T09:00:00Z');
  const slack = await startSlackSimulator({
    clock: () => clock.now().toMillis(),
    signingSecret: SIGNING_SECRET,
    teams: [acmeSeed],
  });
  const clientFor = makeClientFor({ tokenOf: async () => acmeSeed.botToken, apiUrl: slack.apiUrl, timeoutMs: 10_000 });
  const ask = makeAskSlack({ clientFor, gates: fakeGates(), clock });
  return {
    slack,
    clock,
    ask,
    messenger: makeSlackMessenger(ask, makeUploadBytes(slack.apiUrl, 10_000)),
    directory: makeSlackDirectory(ask),
    /** From now on the app is without its optional scopes. */
    lookAway: () => {
      for (const method of NOT_GRANTED) {
        slack.fault({ method, times: Number.POSITIVE_INFINITY, play: { kind: 'error', error: 'missing_scope' } });
      }
    },
    close: slack.close,
  };
}
