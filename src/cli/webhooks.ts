import '../luxon-strict.ts';
import { NOTICED_EVENTS } from '../adapters/rooms-api/read-notice.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { openRoomService } from '../composition/room-service.ts';
import { isLoopback } from '../config/addresses.ts';
import { type RoomsSettings, readRoomsSettings } from '../config/rooms.ts';
import { readServerSettings } from '../config/server.ts';
import type { RoomWebhook } from '../ports/room-webhooks.ts';
import { RoomServiceFault } from '../ports/rooms.ts';
import { makeRegisterWebhook } from '../usecases/register-webhook.ts';
import { ROOM_WEBHOOK_PATH } from '../webhooks/routes.ts';
import { Refused, runCommand } from './run-command.ts';
import { settingsOf } from './tool-settings.ts';

const USAGE = `npm run webhooks

Has the video service report to PUBLIC_URL${ROOM_WEBHOOK_PATH} who comes and goes and what was recorded, and shows everything
that is registered there. Running it again changes nothing. It needs the settings of the video service and PUBLIC_URL.`;

await runCommand({ usage: USAGE, count: 0 }, async () => {
  const { rooms, server } = settingsOf((settings) => ({
    rooms: readRoomsSettings(settings),
    server: readServerSettings(settings),
  }));
  refuseInVain(rooms, server.publicUrl);
  const url = `${server.publicUrl}${ROOM_WEBHOOK_PATH}`;
  const { roomService } = await openRoomService(rooms.service, systemClock);
  const register = makeRegisterWebhook({ roomService, events: NOTICED_EVENTS });
  const { outcome, webhooks } = await register(url).catch((error: unknown) => {
    if (error instanceof RoomServiceFault) throw new Refused(`${error.message}.\n${adviceFor(error)}`);
    throw error;
  });
  const done = outcome === 'added' ? 'The video service now reports to' : 'The video service reports already to';
  return [`${done} ${url}`, '', ...webhooks.map((webhook) => lineFor(webhook, url))].join('\n');
});

function refuseInVain({ service, isSimulated }: RoomsSettings, publicUrl: string): void {
  if (service.kind === 'simulated' && !service.apiUrl) {
    throw new Refused('The simulated video service is inside the program itself, and has no webhooks to register.');
  }
  if (isLoopback(new URL(publicUrl)) && !isSimulated) {
    throw new Refused('The video service cannot reach PUBLIC_URL, which is on this machine.');
  }
}

function adviceFor({ kind, ambiguous }: RoomServiceFault): string {
  if (kind === 'unauthorized')
    return 'Check the credentials of the video service, what they may do, and ROOMS_API_URL.';
  return ambiguous ? 'It may be registered all the same: run this again.' : 'Nothing was registered.';
}

/** Of others' addresses only the host is shown, as the rest may be a secret. */
function lineFor({ name, url, events, isEnabled }: RoomWebhook, ours: string): string {
  const host = URL.canParse(url) ? new URL(url).origin : 'no address';
  const where = url === ours ? url : `${host}/…`;
  return [`  ${where}`, name, isEnabled ? null : 'turned off', events.join(', ')].filter(Boolean).join(' · ');
}
