import { expect, test } from '@jest/globals';
import { ALICE, acme, refusal, type Setting, startSetting, TEAM_CHANNEL } from './setting.ts';

const bytes = Buffer.from('BEGIN:VCALENDAR');

async function openDirect({ client }: Setting): Promise<string> {
  return String((await client.conversations.open({ users: ALICE })).channel?.id);
}

/** Announces a file and answers its id and address. */
async function announce({ client }: Setting, length = bytes.length): Promise<{ id: string; url: string }> {
  const { file_id, upload_url } = await client.files.getUploadURLExternal({ filename: 'invite.ics', length });
  return { id: String(file_id), url: String(upload_url) };
}

function form(part: string): FormData {
  const data = new FormData();
  data.append(part, new Blob([bytes]), 'invite.ics');
  return data;
}

test("the client's own upload ends as a message with the file", async () => {
  const setting = await startSetting();
  const channel_id = await openDirect(setting);

  await setting.client.filesUploadV2({ channel_id, filename: 'invite.ics', file: bytes, title: 'Standup' });

  const [message] = setting.slack.messages(acme, channel_id);
  const file = setting.slack.file(String(message?.fileIds[0]));
  expect({ ...file, bytes: Buffer.from(file?.bytes ?? []).toString() }).toMatchObject({
    name: 'invite.ics',
    title: 'Standup',
    bytes: 'BEGIN:VCALENDAR',
    sharedIn: [channel_id],
  });
  expect(setting.slack.violations()).toEqual([]);
});

test.each([
  ['raw bytes', bytes],
  ['a form with the part file', form('file')],
  ['a form with the part body', form('body')],
])('an upload takes %s', async (_what, body) => {
  const setting = await startSetting();
  const { id, url } = await announce(setting);

  const response = await fetch(url, { method: 'POST', body });

  expect([response.status, await response.text()]).toEqual([200, 'OK - 15']);
  expect(Buffer.from(setting.slack.file(id)?.bytes ?? []).toString()).toBe('BEGIN:VCALENDAR');
});

test('bytes of another length than announced are refused', async () => {
  const setting = await startSetting();
  const { url } = await announce(setting, 16);

  expect((await fetch(url, { method: 'POST', body: bytes })).status).toBe(400);
  expect(setting.slack.violations()).toEqual(['upload: 15 bytes where 16 were announced']);
});

test('a file is completed once, and only when its bytes are there', async () => {
  const setting = await startSetting();
  const channel_id = await openDirect(setting);
  const { id, url } = await announce(setting);
  const complete = () => refusal(setting.client.files.completeUploadExternal({ files: [{ id }], channel_id }));

  const outcomes = [await complete(), (await fetch(url, { method: 'POST', body: bytes })).status, await complete()];

  expect([...outcomes, await complete()]).toEqual(['file_not_found', 200, 'accepted', 'file_not_found']);
  expect(setting.slack.messages(acme, channel_id)).toHaveLength(1);
});

test('a file cannot be sent to the id of a person', async () => {
  const setting = await startSetting();
  const { id, url } = await announce(setting);
  await fetch(url, { method: 'POST', body: bytes });

  const call = setting.client.files.completeUploadExternal({ files: [{ id }], channel_id: ALICE });

  expect(await refusal(call)).toBe('invalid_arguments');
});

test('a deleted file takes the message with it that said nothing else', async () => {
  const setting = await startSetting();
  const channel_id = await openDirect(setting);
  await setting.client.filesUploadV2({ channel_id, filename: 'invite.ics', file: bytes });
  const file = String(setting.slack.messages(acme, channel_id)[0]?.fileIds[0]);

  await setting.client.files.delete({ file });

  expect(setting.slack.messages(acme, channel_id)).toEqual([]);
  expect(setting.slack.file(file)).toBeNull();
});

test('files.info tells where a file was shared', async () => {
  const setting = await startSetting();
  const channel_id = await openDirect(setting);
  await setting.client.filesUploadV2({ channel_id, filename: 'invite.ics', file: bytes });
  const [message] = setting.slack.messages(acme, channel_id);

  const { file } = await setting.client.files.info({ file: String(message?.fileIds[0]) });

  expect({ ims: file?.ims, shares: file?.shares }).toEqual({
    ims: [channel_id],
    shares: { private: { [channel_id]: [{ ts: message?.ts }] } },
  });
});

test('a calendar file with a join link may only go into a direct message', async () => {
  const { slack, client } = await startSetting();
  const file = Buffer.from('URL:https://meet.example.com/j/abc');

  await client.filesUploadV2({ channel_id: TEAM_CHANNEL, filename: 'invite.ics', file });

  expect(slack.violations()).toEqual(['files.completeUploadExternal: a file with a join link where others see it']);
});
