import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { sendSecurityHeaders } from '../../src/door/headers.ts';

test('allows nothing from elsewhere, nothing inline and no frame', async () => {
  const headers = await headersUnder('https://meet.example.com');

  expect(
    Object.fromEntries([...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))),
  ).toEqual({
    'content-length': '0',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; " +
      "media-src 'self' blob:; font-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; " +
      "form-action 'self'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

test('promises https only where PUBLIC_URL is https', async () => {
  expect((await headersUnder('http://127.0.0.1:3000')).has('strict-transport-security')).toBe(false);
});

async function headersUnder(publicUrl: string): Promise<Headers> {
  const server = express()
    .use(sendSecurityHeaders(publicUrl), (_req, res) => void res.end())
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).headers;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
