import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/config/settings-reader.ts';

export interface ToolRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the built command line tools to its end, with these settings and no others. */
export async function runTool(name: string, args: readonly string[], settings: Environment): Promise<ToolRun> {
  const tool = fileURLToPath(new URL(`../../src/cli/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', tool, ...args], { env: { ...settings } });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, ...printed };
}
