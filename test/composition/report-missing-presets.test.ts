import { expect, test } from '@jest/globals';
import { reportMissingPresets } from '../../src/composition/report-missing-presets.ts';
import type { RoomsSettings } from '../../src/config/rooms.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { fakeLog } from '../support/fake-log.ts';
import { fakeRooms } from '../support/fake-rooms.ts';

const settings = { hostPreset: 'group_call_host', guestPreset: 'visitors', outsidePreset: 'waiting' } as RoomsSettings;

async function said(listPresets: () => Promise<string[]>) {
  const log = fakeLog();
  await reportMissingPresets({ ...fakeRooms(), listPresets }, settings, log);
  return log.lines.map(({ level, message, fields }) => [level, message, fields]);
}

test('says nothing of presets that are all there', async () => {
  expect(await said(async () => ['visitors', 'group_call_host', 'waiting', 'another'])).toEqual([]);
});

test('names a preset that the video service does not have, and the settings to check', async () => {
  expect(await said(async () => ['group_call_host'])).toEqual([
    [
      'error',
      expect.stringContaining('check HOST_PRESET, GUEST_PRESET and OUTSIDE_PRESET'),
      { missing: ['visitors', 'waiting'] },
    ],
  ]);
});

test('says that the video service could not be asked, and starts all the same', async () => {
  const away = () => Promise.reject(new RoomServiceFault('unavailable', 'away'));

  expect(await said(away)).toEqual([
    ['warn', expect.stringContaining('did not tell its presets'), { fault: 'unavailable' }],
  ]);
});
