import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { ACME_BOT_TOKEN, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';
import { median, report } from './figures.ts';
import { slowDown } from './slow-slack.ts';

const PEOPLE_A_ROUND = 100;
/** The first ones only warm up, as a program that has been serving for a while is. */
const WARM_UP = 3;
const ROUNDS = 7;
const EVERYBODY = colleagues((WARM_UP + ROUNDS + 1) * PEOPLE_A_ROUND);
/** As many as the program has of one workspace under way. */
const AT_ONCE = 16;
/** About what a call takes over the internet. */
const SLACK_TAKES_MS = 100;
const FILE = Buffer.alloc(1_200, 'x');

/** Others each time, so that nobody is known from before. */
function invitedIn(round: number): readonly PersonSeed[] {
  return EVERYBODY.slice(round * PEOPLE_A_ROUND, (round + 1) * PEOPLE_A_ROUND);
}

/** From the command to the last file, with everything that makes it safe. */
async function oursMs(world: World, round: number): Promise<number> {
  const startedAt = Date.now();
  await world.meet(
    `round ${'abcdefghijk'[round]} tomorrow 9am ${invitedIn(round)
      .map(({ name }) => `@${name}`)
      .join(' ')}`,
  );
  await world.quiet(1_000);
  return (world.slack.calls().at(-1)?.at ?? 0) - startedAt;
}

/** The same calls by Slack's own client, so many people at a time, remembering nothing. */
async function loopMs({ slack }: World, round: number, atOnce: number): Promise<number> {
  const client = new WebClient(ACME_BOT_TOKEN, { slackApiUrl: slack.apiUrl, logger: SILENT });
  const waiting = [ALICE, ...invitedIn(round)];
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
  const world = await startWorld({ team: teamOf(EVERYBODY.length) });
  const measure = async (round: number) => ({
    plain: await loopMs(world, round, 1),
    parallel: await loopMs(world, round, AT_ONCE),
    ours: await oursMs(world, round),
  });
  try {
    const times: Awaited<ReturnType<typeof measure>>[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) times.push(await measure(round));
    const of = (what: keyof (typeof times)[number]) => median(times.slice(WARM_UP).map((each) => each[what]));
    reportTimes('Slack on loopback', { plain: of('plain'), parallel: of('parallel'), ours: of('ours') });
    slowDown(world.slack, SLACK_TAKES_MS);
    reportTimes(`${SLACK_TAKES_MS} ms for each call to Slack`, await measure(WARM_UP + ROUNDS));
  } finally {
    await world.close();
  }
}

function reportTimes(
  where: string,
  { ours, plain, parallel }: Readonly<Record<'ours' | 'plain' | 'parallel', number>>,
) {
  const what = `command to the last of ${PEOPLE_A_ROUND} invitations, ${where}: ${ours} ms`;
  report(`${what}, a plain loop ${plain} ms`, ours / plain, { atMost: 1.15 });
  report(`${what}, a loop of ${AT_ONCE} at once ${parallel} ms`, ours / parallel);
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
