import type { DocumentStore } from '../ports/documents.ts';
import { openAgenda } from '../store/agenda.ts';
import { openDeliveries } from '../store/deliveries.ts';
import { openGates } from '../store/gates.ts';
import { openGuestCodes } from '../store/guest-codes.ts';
import { openGuestMailCounts } from '../store/guest-mails.ts';
import { openHold } from '../store/hold.ts';
import { openInstallations } from '../store/installations.ts';
import { openMeetings } from '../store/meetings.ts';
import { openMornings } from '../store/mornings.ts';
import { openRooms } from '../store/rooms.ts';
import { openSeats } from '../store/seats.ts';
import { openSeen } from '../store/seen.ts';
import { openSessions } from '../store/sessions.ts';
import { openSettings } from '../store/settings.ts';

export type Collections = Awaited<ReturnType<typeof openCollections>>;

/** Everything that is stored, on one store. */
export async function openCollections(store: DocumentStore) {
  return {
    meetings: await openMeetings(store),
    seats: await openSeats(store),
    rooms: await openRooms(store),
    agenda: await openAgenda(store),
    deliveries: await openDeliveries(store),
    sessions: await openSessions(store),
    seen: await openSeen(store),
    mornings: await openMornings(store),
    settings: await openSettings(store),
    guestCodes: await openGuestCodes(store),
    guestMails: await openGuestMailCounts(store),
    gates: await openGates(store),
    hold: await openHold(store),
    installations: await openInstallations(store),
  };
}
