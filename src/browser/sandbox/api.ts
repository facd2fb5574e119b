import type {
  ActionRequest,
  ClockRequest,
  CommandRequest,
  DispatchAnswer,
  JumpAnswer,
  LogView,
  ProblemView,
  SandboxState,
  SeenRequest,
} from '../../sandbox/page/contract.ts';

/** The sandbox refused, broke, or could not be reached; the message is for the person at the page. */
export class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal';
}

/** @param user nobody in particular when null: the sandbox chooses */
export function loadState(user: string | null): Promise<SandboxState> {
  return ask(user === null ? '/sandbox/state' : `/sandbox/state?user=${encodeURIComponent(user)}`);
}

export function loadLog(user: string): Promise<LogView> {
  return ask(`/sandbox/log?user=${encodeURIComponent(user)}`);
}

export function sendCommand(request: CommandRequest): Promise<DispatchAnswer> {
  return post('/sandbox/command', request);
}

export function sendAction(request: ActionRequest): Promise<DispatchAnswer> {
  return post('/sandbox/action', request);
}

export function moveClock(request: ClockRequest): Promise<JumpAnswer> {
  return post('/sandbox/clock', request);
}

export function markSeen(request: SeenRequest): Promise<void> {
  return post('/sandbox/seen', request);
}

/** What to tell of an error, whatever it is. */
export function wordsFor(error: unknown): string {
  return error instanceof SandboxRefusal ? error.message : 'The page itself broke. Reload it, please.';
}

function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  // `keepalive` lets a press on a link button arrive although the page may be left for it.
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true });
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new SandboxRefusal('The sandbox does not answer. Is it still running?', { cause });
  });
  if (response.status === 204) return undefined as T;
  if (response.ok) return (await response.json()) as T;
  throw new SandboxRefusal(await titleOf(response));
}

async function titleOf(response: Response): Promise<string> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (!isProblem) return `The sandbox answered with status ${response.status}.`;
  return ((await response.json()) as ProblemView).title;
}
