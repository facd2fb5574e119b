import { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../../../src/domain/ids.ts';
import type { Fault } from '../../../src/sandbox/slack-simulator/calls.ts';
import { describeDirectory } from '../../contracts/directory.contract.ts';
import { describeMessenger } from '../../contracts/messenger.contract.ts';
import { ALICE, acme, BOB, DANA, ROBOT } from '../../sandbox/slack-simulator/setting.ts';
import { mailAddress } from '../../support/a-mail.ts';
import { openSlack } from './open-slack.ts';

const METHODS = {
  post: 'chat.postMessage',
  share: 'files.completeUploadExternal',
  update: 'chat.update',
  remove: 'chat.delete',
  removeFile: 'files.delete',
} as const;
const slowDown: Fault['play'] = { kind: 'status', status: 429, retryAfterSeconds: 30 };

describeMessenger('Slack over HTTP', async () => {
  const { slack, clock, messenger, lookAway, close } = await openSlack();
  return {
    messenger,
    workspace: acme as WorkspaceId,
    people: [ALICE as SlackUserId, BOB as SlackUserId],
    shutOut: DANA as SlackUserId,
    now: DateTime.fromISO('2026-03-02T09:00:00Z'),
    loseAnswer: (method) => slack.fault({ method: METHODS[method], play: { kind: 'lost-after' } }),
    throttle: (method) => slack.fault({ method: METHODS[method], play: slowDown }),
    waitOut: () => clock.advance({ seconds: 30 }),
    lookAway,
    textOf: async ({ channel, ts }) => slack.messages(acme, channel).find((one) => one.ts === ts)?.text ?? '',
    close,
  };
});

describeDirectory('Slack over HTTP', async () => {
  const { slack, clock, directory, close } = await openSlack();
  return {
    directory,
    workspace: acme as WorkspaceId,
    person: {
      user: ALICE as SlackUserId,
      name: 'Alice Adler',
      kind: 'person',
      zone: 'Europe/Berlin',
      locale: 'en-GB',
      email: mailAddress('alice@acme.example'),
      isAdmin: true,
    },
    bot: ROBOT as SlackUserId,
    deactivated: DANA as SlackUserId,
    throttle: () => slack.fault({ method: 'users.info', play: slowDown }),
    waitOut: () => clock.advance({ seconds: 30 }),
    close,
  };
});
