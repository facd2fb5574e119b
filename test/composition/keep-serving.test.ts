import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const PROGRAM = fileURLToPath(new URL('./processes/keep-serving.js', import.meta.url));

test('a fault that nothing waited for is logged and counted, and ends no process', () => {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM], { encoding: 'utf8' });

  expect({ status, said: stdout.trim().split('\n') }).toEqual({
    status: 0,
    said: [
      'a fault that nothing waited for: nobody awaits this',
      'a fault that nothing waited for: nobody catches this',
      'counted 2',
    ],
  });
});
