import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface Running {
  /** Resolves with the next line it prints; null when it has ended. */
  nextLine(): Promise<string | null>;
  /** All further lines until it ends. */
  rest(): Promise<string[]>;
  /** As `kill -9` does; resolves when it is gone. */
  kill(): Promise<void>;
}

const children = new Set<Running>();

/** For `afterEach`: whatever a test leaves running ends with it. */
export async function killAll(): Promise<void> {
  await Promise.all([...children].map((child) => child.kill()));
}

/** Starts one of the programs in this folder as a process of its own. */
export function run(program: string, args: readonly string[]): Running {
  const path = fileURLToPath(new URL(`${program}.js`, import.meta.url));
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, ['--expose-gc', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const running: Running = {
    async nextLine() {
      const { value, done } = await lines.next();
      return done ? null : value;
    },
    async rest() {
      const found: string[] = [];
      for await (const line of { [Symbol.asyncIterator]: () => lines }) found.push(line);
      return found;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  children.add(running);
  void ended.then(() => children.delete(running));
  return running;
}
