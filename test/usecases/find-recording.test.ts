import { expect, test } from '@jest/globals';
import { isRecordingUrl } from '../../src/domain/recording-host.ts';
import { recordingMark } from '../../src/domain/recording-link.ts';
import { heard, type RecordingStatus } from '../../src/domain/session.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeFindRecording } from '../../src/usecases/find-recording.ts';
import { aMeeting, STANDUP } from '../support/a-meeting.ts';
import { recordingLinks, setStageWithMeeting } from './stage.ts';

const ID = '7a1f9c2e-0000-4000-8000-000000000001';
const FILE = 'https://acc0.r2.cloudflarestorage.com/recordings/file.mp4?X-Amz-Signature=secret';

async function setRecording(status: RecordingStatus, files: () => { video: string | null; audio: string | null }) {
  const stage = await setStageWithMeeting();
  const recording = { id: ID, status, startedAt: null, stoppedAt: null };
  await stage.sessions.change(STANDUP, 'once', (session) => heard(session, { kind: 'recorded', recording }));
  const roomService = { recordingFiles: async () => ({ ...files(), expiresAt: null }) };
  const find = makeFindRecording({ ...stage, roomService, recordingLinks, roomsOrigin: 'http://127.0.0.1:4000' });
  const link = (meeting = STANDUP, mark = recordingMark(STANDUP, ID)) =>
    recordingLinks.urlFor({ meeting, mark }).split('/').at(-1) ?? '';
  return { ...stage, find, link };
}

const files =
  (video: string | null, audio: string | null = null) =>
  () => ({ video, audio });
const fails = (kind: 'not-found' | 'unavailable') => () => {
  throw new RoomServiceFault(kind, 'no');
};

test.each<[string, RecordingStatus, () => { video: string | null; audio: string | null }, unknown]>([
  ['leads to the file', 'ready', files(FILE), { ok: true, value: FILE }],
  ['leads to the sound where there is no picture', 'ready', files(null, FILE), { ok: true, value: FILE }],
  ['waits for the file', 'uploading', files(FILE), { ok: false, problem: { kind: 'not-ready' } }],
  ['knows of a failure', 'failed', files(FILE), { ok: false, problem: { kind: 'gone' } }],
  ['knows that the file is deleted', 'ready', files(null), { ok: false, problem: { kind: 'gone' } }],
  ['knows that all of it is deleted', 'ready', fails('not-found'), { ok: false, problem: { kind: 'gone' } }],
  ['says when the service is down', 'ready', fails('unavailable'), { ok: false, problem: { kind: 'unavailable' } }],
  ['leads to no other host', 'ready', files('https://evil.example/'), { ok: false, problem: { kind: 'unavailable' } }],
])('the link to a recording %s', async (_, status, told, expected) => {
  const { find, link } = await setRecording(status, told);

  expect(await find(link())).toEqual(expected);
});

test('a link leads to recordings of its own meeting alone, as long as that is there', async () => {
  const { find, link, meetings } = await setRecording('ready', files(FILE));
  const other = aMeeting({ id: 'another-meeting-of-ali' as typeof STANDUP });
  await meetings.add(other);
  const unknown = { ok: false, problem: { kind: 'unknown-link' } };

  const forged = link().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(await find(link(other.id))).toEqual(unknown);
  expect(await find(link(STANDUP, 'another-mark'))).toEqual(unknown);
  expect(await find(forged)).toEqual(unknown);
  await meetings.hide(STANDUP, () => true);
  expect(await find(link())).toEqual(unknown);
});

test.each<[string, string | null, boolean]>([
  ['https://x.r2.cloudflarestorage.com/a', null, true],
  ['https://bucket.s3.eu-west-1.amazonaws.com/a', null, true],
  ['http://x.r2.cloudflarestorage.com/a', null, false],
  ['https://evilamazonaws.com/a', null, false],
  ['https://amazonaws.com.evil.example/a', null, false],
  ['https://someone:secret@x.amazonaws.com/a', null, false],
  ['javascript:alert(1)', null, false],
  ['http://127.0.0.1:4000/files/1', 'http://127.0.0.1:4000', true],
  ['http://127.0.0.1:4001/files/1', 'http://127.0.0.1:4000', false],
  ['not an address', 'http://127.0.0.1:4000', false],
])('whether people may be sent to %s, with our own service at %s: %s', (url, ownOrigin, expected) => {
  expect(isRecordingUrl(url, ownOrigin)).toBe(expected);
});
