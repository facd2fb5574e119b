import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Ajv } from 'ajv';
import type { ArrivedMail, Trouble } from '../../contracts/mailer.contract.ts';

export const API_KEY = 'SG.simulated.key';

interface Body {
  readonly personalizations: readonly { readonly to: readonly { email: string; name?: string }[] }[];
  readonly from: { readonly email: string; readonly name?: string };
  readonly reply_to?: { readonly email: string; readonly name?: string };
  readonly subject: string;
  readonly content: readonly { readonly type: string; readonly value: string }[];
  readonly attachments?: readonly { content: string; type: string; filename: string }[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface SendgridStandIn {
  readonly apiUrl: string;
  readonly bodies: readonly Body[];
  next(trouble: Trouble | SpecialAnswer): void;
  close(): Promise<void>;
}

export interface SpecialAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const address = {
  type: 'object',
  properties: { email: { type: 'string', minLength: 3, maxLength: 320 }, name: { type: 'string' } },
  required: ['email'],
  additionalProperties: false,
};
const off = { type: 'object', properties: { enable: { const: false } }, required: ['enable'] };

/** The request of twilio.com/docs/sendgrid/api-reference/mail-send, as far as we use it, and nothing that it lacks. */
const isDocumented = new Ajv().compile<Body>({
  type: 'object',
  properties: {
    personalizations: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        type: 'object',
        properties: { to: { type: 'array', minItems: 1, items: address } },
        required: ['to'],
        additionalProperties: false,
      },
    },
    from: address,
    reply_to: address,
    subject: { type: 'string', minLength: 1, pattern: '^[^\\r\\n]*$' },
    content: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { type: { type: 'string', minLength: 1 }, value: { type: 'string', minLength: 1 } },
        required: ['type', 'value'],
        additionalProperties: false,
      },
    },
    attachments: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          content: { type: 'string', pattern: '^[A-Za-z0-9+/]+=*$' },
          type: { type: 'string', pattern: '^[^;\\r\\n]+$' },
          filename: { type: 'string', pattern: '^[^;\\r\\n]+$' },
          disposition: { enum: ['inline', 'attachment'] },
          content_id: { type: 'string' },
        },
        required: ['content', 'filename'],
        additionalProperties: false,
      },
    },
    headers: {
      type: 'object',
      propertyNames: {
        pattern:
          '^(?!(?:x-sg-id|x-sg-eid|received|dkim-signature|[Cc]ontent-|[Tt]o$|[Ff]rom$|[Ss]ubject$|[Rr]eply-|[Cc]c$|[Bb]cc$))',
      },
      additionalProperties: { type: 'string', pattern: '^[ -~]*$' },
    },
    tracking_settings: {
      type: 'object',
      properties: { click_tracking: off, open_tracking: off, subscription_tracking: off, ganalytics: off },
      required: ['click_tracking', 'open_tracking', 'subscription_tracking'],
      additionalProperties: false,
    },
  },
  required: ['personalizations', 'from', 'subject', 'content', 'tracking_settings'],
  additionalProperties: false,
});

const ANSWERS: Readonly<Record<Exclude<Trouble, 'cut-before' | 'cut-after' | 'silent'>, SpecialAnswer>> = {
  busy: { status: 429, body: complaint(null) },
  'no-such-mailbox': { status: 400, body: complaint('personalizations.0.to.0.email') },
  'bad-mail': { status: 400, body: complaint('content.0.value') },
  'bad-sender': { status: 403, body: complaint('from') },
};

/** A small HTTP server in SendGrid's place, which answers 400 to whatever is not documented. */
export async function startSendgridStandIn(): Promise<SendgridStandIn> {
  const bodies: Body[] = [];
  const waiting: (Trouble | SpecialAnswer)[] = [];
  const server = createServer((request, response) => void respond(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await json(request);
    const trouble = waiting.shift() ?? null;
    if (trouble === 'silent') return;
    if (trouble === 'cut-before') return void response.destroy();
    if (request.headers.authorization !== `Bearer ${API_KEY}`) return send(response, { status: 401 });
    if (request.method !== 'POST' || request.url !== '/v3/mail/send') return send(response, { status: 404 });
    if (trouble !== null && trouble !== 'cut-after') {
      return send(response, typeof trouble === 'object' ? trouble : ANSWERS[trouble]);
    }
    if (!isDocumented(body)) return send(response, { status: 400, body: isDocumented.errors });
    bodies.push(body);
    if (trouble === 'cut-after') return void response.destroy();
    send(response, { status: 202, headers: { 'x-message-id': 'theirs' } });
  }

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    next: (trouble) => waiting.push(trouble),
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: SpecialAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function complaint(field: string | null): object {
  return { errors: [{ message: 'As planned for gina@example.com', field, help: null }] };
}

/** The mail that SendGrid would make of a request. */
export function arrivedMail({
  personalizations,
  from,
  reply_to,
  subject,
  content,
  attachments = [],
  headers,
}: Body): ArrivedMail {
  const to = personalizations.flatMap((one) => one.to).map(simple);
  const [text, html, calendar, ...rest] = content;
  if (text?.type !== 'text/plain' || html?.type !== 'text/html' || rest.length > 0) throw new Error('Wrong parts');
  const { 'Message-ID': messageId = '', ...more } = headers;
  return {
    envelopeTo: to.map(({ address }) => address),
    messageId,
    from: [simple(from)],
    to,
    replyTo: reply_to === undefined ? [] : [simple(reply_to)],
    subject,
    text: text.value,
    html: html.value,
    calendar: calendar === undefined ? null : calendarOf(calendar),
    attachments: attachments.map(({ filename, type, content: base64 }) => ({
      filename,
      contentType: type,
      content: Buffer.from(base64, 'base64').toString(),
    })),
    moreHeaders: Object.fromEntries(Object.entries(more).map(([name, value]) => [name.toLowerCase(), value])),
  };
}

function simple({ email, name = '' }: { email: string; name?: string }) {
  return { name, address: email };
}

function calendarOf({ type, value }: { type: string; value: string }) {
  const [, method = ''] = /^text\/calendar; method=([A-Z]+)$/.exec(type) ?? [];
  return { method, content: value };
}
