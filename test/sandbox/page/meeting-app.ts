import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { ACME_BOT_TOKEN } from '../../../src/sandbox/slack-simulator/seed.ts';

export const BOB = 'U0BOB0000';
export const CHEN = 'U0CHEN000';
export const START = Date.parse('2026-03-03T08:00:00Z') / 1_000;

const CALENDAR_FILE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n';

/** A stand-in for the app: any command invites Bob and Chen to one and the same stand-up. */
export interface MeetingApp {
  readonly url: string;
  /** What interactions carried, oldest first. */
  readonly actions: Record<string, unknown>[];
  /** The HTTP status that the next requests are answered with. */
  answerStatus(status: number): void;
  close(): Promise<void>;
}

/** @param joinOrigin where the join links lead */
export async function startMeetingApp(apiUrl: string, joinOrigin: () => string): Promise<MeetingApp> {
  const client = new WebClient(ACME_BOT_TOKEN, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const actions: Record<string, unknown>[] = [];
  let status = 200;

  const server = createServer(async (request, response) => {
    const fields = await formOf(request);
    const payload = fields.get('payload');
    if (payload !== null) actions.push(JSON.parse(payload));
    else if (status === 200) await Promise.all([BOB, CHEN].map((user) => invite(user)));
    const body = payload === null && status === 200 ? JSON.stringify(answerTo(fields.get('text') ?? '')) : '';
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    actions,
    answerStatus: (next) => {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function invite(user: string): Promise<void> {
    const { channel } = await client.conversations.open({ users: user });
    const to = channel?.id ?? '';
    const blocks = card(`${joinOrigin()}/j/standup-${user}`);
    await client.chat.postMessage({ channel: to, text: 'Standup', blocks, unfurl_links: false, unfurl_media: false });
    await client.filesUploadV2({
      channel_id: to,
      file: Buffer.from(CALENDAR_FILE),
      filename: 'standup.ics',
      title: 'Standup',
    });
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function answerTo(text: string) {
  return {
    response_type: 'ephemeral',
    text: `Scheduled: ${text}`,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `:white_check_mark: *Standup* is scheduled for ${when()}.` } },
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*Length*\n30 minutes' },
          { type: 'mrkdwn', text: `*People*\n<@${BOB}>, <@${CHEN}>` },
        ],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: ':warning: It is 17:00 in Tokyo then.' }] },
      {
        type: 'actions',
        elements: [button('edit', 'Edit'), { ...button('undo', 'Undo'), style: 'danger', confirm: undoQuestion() }],
      },
    ],
  };
}

function card(joinUrl: string) {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Standup' } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `${when()}\nInvited by <@U0ALICE00> with <@${BOB}> and <@${CHEN}>` },
      accessory: { ...button('join', 'Join'), style: 'primary', url: joinUrl },
    },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'answer',
      elements: ['Yes', 'Maybe', 'No'].map((text) => button(text.toLowerCase(), text)),
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Opens 10 minutes before the start.' }] },
  ];
}

function when(): string {
  return `<!date^${START}^{date_short_pretty} at {time}|March 3rd, 2026 at 08:00 UTC>`;
}

function button(actionId: string, text: string) {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text } };
}

function undoQuestion() {
  const plain = (text: string) => ({ type: 'plain_text', text });
  return {
    title: plain('Undo this meeting?'),
    text: plain('Everybody who was invited is told that it is off.'),
    confirm: plain('Undo it'),
    deny: plain('Keep it'),
    style: 'danger',
  };
}
