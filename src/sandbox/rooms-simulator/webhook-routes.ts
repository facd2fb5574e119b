import { randomUUID } from 'node:crypto';
import { Refusal, success, violation } from './answers.ts';
import type { Call, Route } from './route.ts';
import type { Webhook } from './state.ts';
import { expectFields, requiredText } from './strictness.ts';

const EVENTS = [
  'meeting.started',
  'meeting.ended',
  'meeting.participantJoined',
  'meeting.participantLeft',
  'meeting.chatSynced',
  'meeting.transcript',
  'meeting.summary',
  'recording.statusUpdate',
  'livestreaming.statusUpdate',
];

export const webhookRoutes: readonly Route[] = [
  {
    operation: 'list-webhooks',
    method: 'GET',
    path: '/webhooks',
    answer: (call) => {
      expectFields(call.query, [], 'GET /webhooks');
      return success([...call.state.webhooks.values()].map(shown));
    },
  },
  { operation: 'add-webhook', method: 'POST', path: '/webhooks', answer: addWebhook },
  {
    operation: 'remove-webhook',
    method: 'DELETE',
    path: '/webhooks/:webhook',
    answer: (call) => {
      const webhook = call.state.webhooks.get(call.params['webhook'] ?? '');
      if (webhook === undefined) throw new Refusal(404, 'Webhook not found');
      call.state.webhooks.delete(webhook.id);
      return success(shown(webhook));
    },
  },
];

function addWebhook(call: Call) {
  expectFields(call.body, ['name', 'url', 'events', 'enabled'], 'POST /webhooks');
  const name = requiredText(call, 'name');
  const url = requiredText(call, 'url');
  const { events, enabled = true } = call.body;
  if (!isReachable(url)) throw violation('"url" is not an https address');
  if (!Array.isArray(events) || events.length === 0) throw violation('"events" is required');
  const unknown = events.filter((event) => !EVENTS.includes(event));
  if (unknown.length > 0) throw violation(`"events" has unknown ${unknown.join(', ')}`);
  if (typeof enabled !== 'boolean') throw violation('"enabled" is a boolean');
  const createdAt = new Date(call.now).toISOString();
  const webhook: Webhook = { id: randomUUID(), name, url, events, enabled, dialect: call.dialect, createdAt };
  call.state.webhooks.set(webhook.id, webhook);
  return success(shown(webhook), 201);
}

/** The real services reach no loopback; this one reaches nothing else. */
function isReachable(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
}

function shown({ id, name, url, events, enabled, createdAt }: Webhook) {
  return { id, name, url, events, enabled, created_at: createdAt, updated_at: createdAt };
}
