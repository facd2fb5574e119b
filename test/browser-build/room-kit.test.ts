import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { KIT_FAULT } from '../../src/browser/join/kit-fault.ts';
import { copyRoomKit } from '../../src/browser-build/room-kit.ts';
import { changeRoomKit } from '../../src/browser-build/room-kit-changes.ts';

let outdir: string;
let entry: string;

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'room-kit-'));
  entry = await copyRoomKit(outdir);
});

afterAll(() => rm(outdir, { recursive: true }));

test('copies the kit into a folder that is named by its content', async () => {
  expect(entry).toMatch(/^realtimekit-ui-[0-9A-F]{8}\/realtimekit-ui\.esm\.js$/);
  expect(await copyRoomKit(outdir)).toBe(entry);
  expect(await readdir(outdir)).toEqual([dirname(entry)]);
});

test('no file of the copy touches the participant token, and the changed ones say so', async () => {
  const texts = await Promise.all((await readdir(join(outdir, dirname(entry)))).map(read));
  const scripts = texts.filter((text) => !text.includes('Apache License'));

  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.filter((text) => text.includes('authToken'))).toEqual([]);
  expect(scripts.filter((text) => text.startsWith('/* Changed by Convene')).length).toBe(5);
});

test('the one place that fetches components tells the page when it cannot', async () => {
  const texts = await Promise.all((await readdir(join(outdir, dirname(entry)))).map(read));

  expect(texts.filter((text) => text.includes(`dispatchEvent(new Event("${KIT_FAULT}"))`)).length).toBe(1);
});

test('the three selects of the device check have names', async () => {
  const texts = await Promise.all((await readdir(join(outdir, dirname(entry)))).map(read));
  const names = texts.flatMap((text) => [...text.matchAll(/"select",\{"aria-label":this\.t\("([\w.]+)"\),class:/g)]);

  expect(names.map(([, name]) => name).sort()).toEqual([
    'camera',
    'settings.microphone_input',
    'settings.speaker_output',
  ]);
});

test('a version that uses the token elsewhere is not taken', () => {
  expect(() => changeRoomKit('p-1.js', 'send(meeting.authToken)')).toThrow(
    "The UI kit's p-1.js uses the participant token in a new way",
  );
});

test('the licences of all that is served stand beside it', async () => {
  expect(await read('LICENSE.txt')).toContain('Apache License\n');
  const notice = await read('NOTICE.txt');

  for (const name of ['@cloudflare/realtimekit 2', '@cloudflare/realtimekit-ui 2', 'hls.js 1', 'lodash-es 4', 'uuid 8'])
    expect(notice).toContain(`\n${name}`);
  expect(notice).toContain('Permission is hereby granted, free of charge');
});

function read(name: string): Promise<string> {
  return readFile(join(outdir, dirname(entry), name), 'utf8');
}
