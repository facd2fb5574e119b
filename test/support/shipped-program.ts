import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/config/settings-reader.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** Many times what it takes, for machines that are busy with other things. */
const READY_WITHIN_MS = 15_000;
/** The zone that the tests run under; the program is to do the same in any. */
const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What the program deploys as, running as a process of its own and seen only from outside. */
export interface ShippedProgram {
  /** Its PUBLIC_URL. */
  readonly url: string;
  readonly pid: number;
  /** All that it printed since its first start, on both streams. */
  output(): string;
  /** Its log since its first start. */
  lines(): readonly LogLine[];
  /** Sends this process the signal and resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<Ending>;
  /** Starts it again at the same address after it was killed. */
  restart(): Promise<void>;
  /** Ends it, however it stands. */
  close(): Promise<void>;
}

export type LogLine = Readonly<Record<string, unknown>>;

/** Starts the program on a free port of loopback and waits until it is ready. @throws when it ends instead */
export async function startShippedProgram(settings: Environment): Promise<ShippedProgram> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, ...settings };
  const printed: string[] = [];
  let running = launch(environment, printed);
  await untilReady(url, running);

  return {
    url,
    get pid() {
      return running.pid;
    },
    output: () => printed.join(''),
    lines: () => linesOf(printed.join('')),
    kill: async (signal) => {
      running.kill(signal);
      return running.ended;
    },
    async restart() {
      running = launch(environment, printed);
      await untilReady(url, running);
    },
    async close() {
      running.kill('SIGKILL');
      await running.ended;
    },
  };
}

/** Runs the program with settings that it does not start with, until it ends by itself. */
export async function runToTheEnd(
  settings: Environment,
  user?: number,
): Promise<{ code: number | null; output: string }> {
  const printed: string[] = [];
  const running = launch(settings, printed, user);
  const { code } = await running.ended;
  return { code, output: printed.join('') };
}

interface Running {
  readonly pid: number;
  readonly ended: Promise<Ending>;
  hasEnded(): boolean;
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

function launch(environment: Environment, printed: string[], user?: number): Running {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    ['--enable-source-maps', MAIN],
    // The whole environment is given, so that nothing of the developer's settings gets in.
    {
      env: { TZ: OWN_ZONE, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  let isGone = false;
  const ended = once(child, 'close').then(([code, signal]): Ending => {
    isGone = true;
    return { code, signal };
  });
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => isGone,
    output: () => printed.join(''),
    kill: (signal) => void child.kill(signal),
  };
}

async function untilReady(url: string, running: Running): Promise<void> {
  const isReady = await eventually(async () => {
    if (running.hasEnded()) return false;
    const { status } = await fetch(`${url}/readyz`);
    if (status !== 200) throw new Error(`/readyz answers ${status}`);
    return true;
  }, READY_WITHIN_MS).catch(() => false);
  if (isReady) return;
  running.kill('SIGKILL');
  await running.ended;
  throw new Error(`The program did not get ready:\n${running.output()}`);
}

/** What is not a line of JSON fails the test that looks: everything the program prints while it serves is one. */
function linesOf(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}
