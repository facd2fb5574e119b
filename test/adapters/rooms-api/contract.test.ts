import type { RoomsSimulatorOptions } from '../../../src/sandbox/rooms-simulator/simulator.ts';
import { describeRoomService } from '../../contracts/rooms.contract.ts';
import { DIALECTS, openRooms } from './open-rooms.ts';

const SIMULATIONS: readonly Partial<RoomsSimulatorOptions>[] = [
  { duplicate: 'reject', duplicateStatus: 422 },
  { duplicate: 'reject', duplicateStatus: 409 },
  { duplicate: 'reject', duplicateStatus: 400 },
  { duplicate: 'allow', largestPage: 1 },
];

for (const dialect of DIALECTS) {
  for (const simulation of SIMULATIONS) {
    describeRoomService(`${dialect} with ${JSON.stringify(simulation)}`, async () => ({
      ...(await openRooms(dialect, simulation)),
      presets: { host: 'group_call_host', guest: 'group_call_participant' },
    }));
  }
}
