import type { DoorState } from '../../door/door-state.ts';

/** A refusal as the server words it; `offline` and `unexpected` are ours. */
export interface Refused {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly retryAfterSeconds: number | null;
  /** Trying again does not help by itself. */
  readonly isLasting?: boolean;
  readonly opensAt?: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refused: Refused };

export interface Entry {
  readonly sdk: string;
  readonly authToken: string;
}

export function fetchState(): Promise<Answer<DoorState>> {
  return ask(`${location.pathname}/state`, { cache: 'no-store' });
}

export function requestEntry(nonce: string): Promise<Answer<Entry>> {
  const headers = { 'X-Join-Nonce': nonce, 'X-Join-Device': THIS_PAGE };
  return ask(location.pathname, { method: 'POST', headers, cache: 'no-store' });
}

/** Where this browser is not known yet: a press that is repeated, since its answer was lost, is from the same device. */
const THIS_PAGE = randomId();

/** For a visitor on a shared link: the address of a link of their own. */
export function requestVisit(nonce: string, name: string): Promise<Answer<{ readonly url: string }>> {
  return post(location.pathname, nonce, { name });
}

/** @param answer `is` an RFC 5545 PARTSTAT, `startsAt` as the page shows it */
export function requestAnswer(
  nonce: string,
  answer: { readonly is: string; readonly startsAt: string; readonly onlyThisTime: boolean },
): Promise<Answer<{ readonly is: string }>> {
  return post(`${location.pathname}/answer`, nonce, answer);
}

/** Whether there shall be reminders by mail. */
export function requestReminders(nonce: string, reminders: boolean): Promise<Answer<{ readonly reminders: boolean }>> {
  return post(location.pathname, nonce, { reminders });
}

/** Has a code mailed to the address that was invited. */
export function requestCode(
  nonce: string,
): Promise<Answer<{ readonly sentTo: string; readonly validMinutes: number }>> {
  return post(`${location.pathname}/code`, nonce, {});
}

export function sendCode(nonce: string, code: string): Promise<Answer<{ readonly proven: true }>> {
  return post(`${location.pathname}/code`, nonce, { code });
}

function post<T>(path: string, nonce: string, body: object): Promise<Answer<T>> {
  return ask(path, {
    method: 'POST',
    headers: { 'X-Join-Nonce': nonce, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    cache: 'no-store',
  });
}

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, signal: AbortSignal.timeout(15_000) });
  } catch {
    return { ok: false, refused: OFFLINE };
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return { ok: true, value: body };
  const seconds = Number(response.headers.get('Retry-After'));
  return { ok: false, refused: { ...UNEXPECTED, ...body, retryAfterSeconds: seconds > 0 ? seconds : null } };
}

const OFFLINE: Refused = {
  code: 'offline',
  title: 'No connection',
  detail: 'The server cannot be reached. Check your network and try again.',
  retryAfterSeconds: null,
};

const UNEXPECTED: Refused = {
  code: 'unexpected',
  title: 'Something went wrong',
  detail: 'The server did not answer as expected. Please try again in a moment.',
  retryAfterSeconds: null,
};

/** 128 bits in 22 characters. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}
