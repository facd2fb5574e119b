import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { openSqliteStore } from '../../../src/adapters/sqlite/documents.ts';

// Express, one read by a key, and the bytes of a file: the least that a page about something stored needs.
const [directory = '', pageFile = '', headersFile = ''] = process.argv.slice(2);
const store = await openSqliteStore({ directory });
const documents = await store.collection<object>({ name: 'pages', fields: {}, indexes: [] });
await documents.insert('page', { title: 'The page', invitees: Array.from({ length: 10 }, (_, index) => ({ index })) });
const page = readFileSync(pageFile, 'utf8');
const headers: Record<string, string> = JSON.parse(readFileSync(headersFile, 'utf8'));

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.get('/j/:link', async (_req, res) => {
  const found = await documents.get('page');
  res
    .set(headers)
    .status(found ? 200 : 404)
    .send(page);
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
