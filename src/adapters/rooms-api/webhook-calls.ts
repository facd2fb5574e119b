import type { RoomWebhooks } from '../../ports/room-webhooks.ts';
import { idOf, inPath, textOf, toleratingAbsence } from './answered.ts';
import type { Ask } from './ask.ts';
import { type Begin, listing } from './attempt.ts';
import { faultOfNonsense } from './faults.ts';
import { fieldsOf } from './fields.ts';

export function webhookCalls(begin: Begin): RoomWebhooks {
  return {
    async listWebhooks() {
      const list = listing('listing webhooks', ['webhooks']);
      const { data } = await begin().send(list);
      if (!Array.isArray(data)) throw faultOfNonsense(list, 'a list');
      return data.map(fieldsOf).map((row) => ({
        webhookId: idOf(row, list),
        name: textOf(row['name']) ?? '',
        url: textOf(row['url']) ?? '',
        events: Array.isArray(row['events']) ? row['events'].map(String) : [],
        isEnabled: row['enabled'] !== false,
      }));
    },

    async addWebhook({ name, url, events }) {
      const body = { name, url, events, enabled: true };
      const ask: Ask = { what: 'adding a webhook', method: 'POST', path: ['webhooks'], body, repeatable: false };
      const { data } = await begin().send(ask);
      return { webhookId: idOf(data, ask) };
    },

    async removeWebhook(webhookId) {
      const path = ['webhooks', inPath(webhookId)];
      await toleratingAbsence(begin().send({ what: 'removing a webhook', method: 'DELETE', path, repeatable: true }));
    },
  };
}
