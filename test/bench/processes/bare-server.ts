import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';

const [directory = '', secret = ''] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const bodies = await store.collection<{ readonly body: string }>({ name: 'bodies', fields: {}, indexes: [] });
let count = 0;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const signed = `v0:${request.headers['x-slack-request-timestamp']}:${body}`;
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(signed).digest('hex')}`);
  const given = Buffer.from(String(request.headers['x-slack-signature']));
  const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
  count += 1;
  if (isGenuine) await bodies.insert(String(count), { body });
  response.writeHead(isGenuine ? 200 : 401).end();
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
