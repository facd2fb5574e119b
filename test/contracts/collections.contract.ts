import { describeStoredAgenda } from './stored-agenda.contract.ts';
import { describeStoredDeliveries } from './stored-deliveries.contract.ts';
import { describeStoredInstallations } from './stored-installations.contract.ts';
import { describeStoredMeetings } from './stored-meetings.contract.ts';
import { describeStoredRooms } from './stored-rooms.contract.ts';
import { describeStoredSeats } from './stored-seats.contract.ts';
import { describeStoredSessions } from './stored-sessions.contract.ts';
import { describeStoredSettings } from './stored-settings.contract.ts';
import type { OpenedStore } from './tasks.ts';

/** All that the product stores, on any store: zones, workspaces, claims and what a restart finds. */
export function describeCollections(name: string, open: () => Promise<OpenedStore>): void {
  describeStoredMeetings(name, open);
  describeStoredSeats(name, open);
  describeStoredRooms(name, open);
  describeStoredSessions(name, open);
  describeStoredAgenda(name, open);
  describeStoredDeliveries(name, open);
  describeStoredInstallations(name, open);
  describeStoredSettings(name, open);
}
