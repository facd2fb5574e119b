import { request } from 'node:http';
import { expect } from '@jest/globals';
import { Router } from 'express';
import { DateTime } from 'luxon';
import type { Assets } from '../../src/door/assets.ts';
import { makeNonce } from '../../src/door/nonce.ts';
import { GENUINE } from './fake-door.ts';
import { NONCE_KEY, type ServedDoor } from './serve-door.ts';

/** The instant of the tests that do not wait. */
export const NOW = DateTime.fromISO('2026-11-25T07:40:00Z');

/** Addresses without files behind them. */
export const noAssets: Assets = { url: (entry) => `/assets/${entry}`, routes: Router() };

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface DoorClient {
  get(target: string, init?: RequestInit): Promise<Response>;
  /** As the page presses, but for these headers: an empty one is left out. */
  press(target?: string, changes?: Record<string, string>): Promise<Response>;
  /** The headers of the page's own press. */
  ours(): Record<string, string>;
  /** `fetch` forbids TRACE and chunks of text; this does not. */
  raw(method: string, target: string, headers?: Record<string, string>, body?: string): Promise<RawAnswer>;
}

export function makeClient({ origin }: ServedDoor): DoorClient {
  const ours = () => ({ origin, 'x-join-nonce': makeNonce(NONCE_KEY, GENUINE, NOW) });
  return {
    ours,
    get: (target, init) => fetch(origin + target, init),
    press(target = `/j/${GENUINE}`, changes = {}) {
      const headers = Object.entries({ ...ours(), ...changes }).filter(([, value]) => value !== '');
      return fetch(origin + target, { method: 'POST', headers });
    },
    raw: (method, target, headers = {}, body = '') =>
      new Promise((resolve, reject) => {
        const sent = request(origin + target, { method, headers, agent: false }, async (answer) => {
          let text = '';
          for await (const chunk of answer.setEncoding('utf8')) text += chunk;
          resolve({ status: answer.statusCode, headers: answer.headers, body: text });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

export async function jsonOf(answer: Response): Promise<Record<string, unknown>> {
  return (await answer.json()) as Record<string, unknown>;
}

/** A problem's members but for `type` and `detail`, which are checked for their form. */
export async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const { type, detail, ...members } = await jsonOf(answer);
  expect([type, members['status']]).toEqual([`urn:convene:problem:${members['code']}`, answer.status]);
  expect(detail).toMatch(/\w\.$/);
  return members;
}
