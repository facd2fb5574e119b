import { expect, test } from '@jest/globals';
import { retryAfterSeconds } from '../../../src/adapters/rooms-api/retry-after.ts';

const date = 'Mon, 04 May 2026 09:00:00 GMT';

test.each<[Record<string, string>, number | null]>([
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': 'Mon, 04 May 2026 09:01:30 GMT', date }, 90],
  [{ 'retry-after': 'Mon, 04 May 2026 08:00:00 GMT', date }, 0],
  [{ 'retry-after': 'Mon, 04 May 2026 09:01:30 GMT' }, null],
  [{ 'retry-after': '-7', date: 'nonsense' }, null],
  [{ 'retry-after': 'soon', date }, null],
  [{ 'retry-after': '', date }, null],
  [{ date }, null],
])('%j asks to wait %p seconds', (headers, seconds) => {
  expect(retryAfterSeconds(new Headers(headers))).toBe(seconds);
});
