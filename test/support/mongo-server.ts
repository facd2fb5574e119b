import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { freePort } from './free-port.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface MongoServer {
  readonly uri: string;
  close(): Promise<void>;
}

const SKIPPED =
  'The MongoDB tests were skipped, as there is no server. To run them, set MONGODB_URI, put mongod on the PATH, or: npm install --no-save mongodb-memory-server\n';

/**
 * The server that MONGODB_URI names, else a fresh mongod of the PATH, else one that mongodb-memory-server downloads where
 * that package is installed. Null, after a line that says so, where there is none of them; but never in CI.
 */
export async function findMongoServer(): Promise<MongoServer | null> {
  // biome-ignore lint/style/noProcessEnv: how a test run is told where its server is
  const { MONGODB_URI: uri, PATH: path = '', CI: ci } = process.env;
  if (uri) return { uri, close: async () => {} };
  const mongod = path
    .split(delimiter)
    .map((folder) => join(folder, 'mongod'))
    .find(isExecutable);
  const server = mongod ? await startMongod(mongod) : await downloadedServer();
  if (server) return server;
  if (ci) throw new Error('In CI the MongoDB tests are never skipped: set MONGODB_URI.');
  process.stderr.write(SKIPPED);
  return null;
}

async function startMongod(mongod: string): Promise<MongoServer> {
  const folder = await makeTemporaryFolder();
  const port = await freePort();
  const args = ['--dbpath', folder.directory, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'];
  const child = spawn(mongod, args, { stdio: 'ignore' });
  const ended = once(child, 'close');
  const uri = `mongodb://127.0.0.1:${port}`;
  await until(() => answers(uri));
  return {
    uri,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await folder.remove();
    },
  };
}

async function downloadedServer(): Promise<MongoServer | null> {
  // A name that the compiler does not follow, as the package is no dependency of ours.
  const name: string = 'mongodb-memory-server';
  const found = await import(name).catch((error: unknown) => {
    if (/MODULE_NOT_FOUND$/.test(String((error as { code?: unknown }).code))) return null;
    throw error;
  });
  const server = await found?.MongoMemoryServer.create();
  return server ? { uri: server.getUri(), close: () => server.stop() } : null;
}

async function answers(uri: string): Promise<boolean> {
  const connection = mongoose.createConnection(uri, { serverSelectionTimeoutMS: 500 });
  try {
    await connection.asPromise();
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries === 60) throw new Error('mongod did not start within 30 s.');
    await sleep(100);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
