import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { ACME_BOT_TOKEN } from '../../../src/sandbox/slack-simulator/seed.ts';
import { answerTo, card, form, homeBlocks } from './meeting-blocks.ts';
import { BOB, CHEN } from './people.ts';

const CALENDAR_FILE = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n';

interface Interaction {
  readonly type: string;
  readonly trigger_id: string;
  readonly actions?: readonly { readonly action_id: string }[];
  readonly view?: { readonly state: { readonly values: Record<string, Record<string, { readonly value?: string }>> } };
}

/** A stand-in for the app: any command invites Bob and Chen to one and the same stand-up. */
export interface MeetingApp {
  readonly url: string;
  /** What interactions carried, oldest first. */
  readonly actions: Interaction[];
  /** The HTTP status that the next requests are answered with. */
  answerStatus(status: number): void;
  close(): Promise<void>;
}

/** @param joinOrigin where the join links lead */
export async function startMeetingApp(apiUrl: string, joinOrigin: () => string): Promise<MeetingApp> {
  const client = new WebClient(ACME_BOT_TOKEN, { slackApiUrl: apiUrl, retryConfig: { retries: 0 } });
  const actions: Interaction[] = [];
  let status = 200;

  const server = createServer(async (request, response) => {
    const body = status === 200 ? await answer(await fieldsOf(request)) : null;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body === null ? '' : JSON.stringify(body));
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

  async function answer(fields: Record<string, unknown>): Promise<object | null> {
    if (fields['type'] === 'event_callback') {
      const { user } = fields['event'] as { user: string };
      await client.views.publish({ user_id: user, view: { type: 'home', blocks: homeBlocks() } });
      return null;
    }
    if (typeof fields['payload'] === 'string') return interact(JSON.parse(fields['payload']));
    await Promise.all([BOB, CHEN].map((user) => invite(user)));
    return answerTo(String(fields['text']));
  }

  async function interact(payload: Interaction): Promise<object | null> {
    actions.push(payload);
    if (payload.actions?.[0]?.action_id === 'edit') {
      await client.views.open({ trigger_id: payload.trigger_id, view: form() });
    }
    if (payload.type !== 'view_submission') return null;
    const title = payload.view?.state.values['title']?.['title']?.value;
    return title === 'x' ? { response_action: 'errors', errors: { title: 'A title has two letters or more.' } } : null;
  }

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

async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = request.headers['content-type'] === 'application/json';
  return isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}
