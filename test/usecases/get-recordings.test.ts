import { expect, test } from '@jest/globals';
import { inviteeIdFor, type SlackUserId } from '../../src/domain/ids.ts';
import { recordingMark } from '../../src/domain/recording-link.ts';
import { heard, type RecordingStatus } from '../../src/domain/session.ts';
import type { LinkRequest } from '../../src/usecases/get-my-link.ts';
import { makeGetRecordings } from '../../src/usecases/get-recordings.ts';
import { makeMemberOfChannel } from '../../src/usecases/member-of-channel.ts';
import { ACME, AGREED_AT, ALICE, BOB, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { bob } from '../support/fake-directory.ts';
import { recordingLinks, setStageWithMeeting } from './stage.ts';

const TEAM = 'C0TEAM000';
const STRANGER = 'U0STRANGE' as SlackUserId;
const ID = '7a1f9c2e-0000-4000-8000-000000000001';

/** Asks for the recording of Alice's standup, of whose channel Bob is a member. */
async function ask(changes: Partial<LinkRequest> = {}, status: RecordingStatus = 'ready') {
  const stage = await setStageWithMeeting({ channels: [{ id: TEAM, seat: inviteeIdFor(STANDUP, TEAM) }] });
  stage.directory.putChannel(TEAM, [ALICE, BOB, STRANGER]);
  stage.directory.put({ ...bob, user: STRANGER, kind: 'stranger' });
  const recording = { id: ID, status, startedAt: AGREED_AT, stoppedAt: null };
  await stage.sessions.change(STANDUP, 'once', (session) => heard(session, { kind: 'recorded', recording }));
  const memberOfChannel = makeMemberOfChannel(stage.directory, stage.log);
  const getRecordings = makeGetRecordings({ ...stage, memberOfChannel, recordingLinks });
  return getRecordings({ workspace: ACME, meeting: STANDUP, channel: TEAM, user: BOB, ...changes });
}

test('a member of the channel gets the links to what was recorded', async () => {
  const url = recordingLinks.urlFor({ meeting: STANDUP, mark: recordingMark(STANDUP, ID) });

  expect(await ask()).toMatchObject({ ok: true, value: { title: 'Standup', recordings: [{ url }] } });
});

test.each<[string, Partial<LinkRequest>, RecordingStatus, string]>([
  ['somebody who is not in the channel', { user: CHEN }, 'ready', 'not-in-channel'],
  ['somebody of another organization', { user: STRANGER }, 'ready', 'stranger'],
  ['the same id in another workspace', { workspace: ZENITH }, 'ready', 'unknown-meeting'],
  ['another channel', { channel: 'C0OTHER00' }, 'ready', 'unknown-meeting'],
  ['whoever asks for what failed', {}, 'failed', 'no-recording'],
])('%s gets none', async (_, request, status, kind) => {
  expect(await ask(request, status)).toEqual({ ok: false, problem: { kind } });
});
