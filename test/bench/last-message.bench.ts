import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { ACME_BOT_TOKEN } from '../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';
import { median, report } from './figures.ts';

const INVITED = colleagues(100);
/** The first ones only warm up, as a program that has been serving for a while is. */
const WARM_UP = 3;
const ROUNDS = 7;
const FILE = Buffer.alloc(1_200, 'x');

/** From the command to the last file, with everything that makes it safe. */
async function oursMs(world: World, round: number): Promise<number> {
  const startedAt = Date.now();
  await world.meet(`round ${'abcdefghij'[round]} tomorrow 9am ${INVITED.map(({ name }) => `@${name}`).join(' ')}`);
  await world.quiet(1_000);
  return (world.slack.calls().at(-1)?.at ?? 0) - startedAt;
}

/** The same calls by Slack's own client, so many people at a time, remembering nothing. */
async function loopMs({ slack }: World, atOnce: number): Promise<number> {
  const client = new WebClient(ACME_BOT_TOKEN, { slackApiUrl: slack.apiUrl, logger: SILENT });
  const waiting = [ALICE, ...INVITED];
  const startedAt = Date.now();
  const loop = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) await tell(client, person.id);
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return Date.now() - startedAt;
}

async function tell(client: WebClient, user: string): Promise<void> {
  await client.users.info({ user });
  const { channel } = await client.conversations.open({ users: user });
  const to = channel?.id ?? '';
  await client.chat.postMessage({ channel: to, text: 'Standup', unfurl_links: false, unfurl_media: false });
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'invite.ics',
    length: FILE.length,
  });
  await fetch(upload_url, { method: 'POST', body: FILE });
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'Standup' }], channel_id: to });
}

export async function lastMessage(): Promise<void> {
  const world = await startWorld({ team: teamOf(INVITED.length) });
  try {
    const times: { ours: number; plain: number; parallel: number }[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const plain = await loopMs(world, 1);
      const parallel = await loopMs(world, 16);
      const ours = await oursMs(world, round);
      if (round >= WARM_UP) times.push({ plain, parallel, ours });
    }
    const ours = median(times.map((each) => each.ours));
    const plain = median(times.map((each) => each.plain));
    const parallel = median(times.map((each) => each.parallel));
    report(`command to the last of 100 invitations: ${ours} ms, a plain loop ${plain} ms`, ours / plain, {
      atMost: 1.15,
    });
    report(`command to the last of 100 invitations: ${ours} ms, a loop of 16 at once ${parallel} ms`, ours / parallel);
  } finally {
    await world.close();
  }
}

const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
