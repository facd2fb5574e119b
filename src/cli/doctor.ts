import '../luxon-strict.ts';
import { existsSync } from 'node:fs';
import { NOTICED_EVENTS } from '../adapters/rooms-api/read-notice.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { openCollections } from '../composition/collections.ts';
import { composeDoctor } from '../composition/doctor.ts';
import { isThere, openStoreBeside } from '../composition/open-store.ts';
import { openRoomService } from '../composition/room-service.ts';
import type { RoomsSettings } from '../config/rooms.ts';
import { readConfig } from '../config.ts';
import { StoreUnavailable, StoreUnusable } from '../ports/documents.ts';
import { checkWebhooks } from '../usecases/checks/webhooks.ts';
import { ROOM_WEBHOOK_PATH } from '../webhooks/routes.ts';
import { doctorReport } from './doctor-report.ts';
import { Refused, runCommand } from './run-command.ts';

const USAGE = `npm run doctor

Looks at everything that Convene needs: Slack's token and scopes, PUBLIC_URL, the clock, the video service, the store and
mail. Says what to do about each thing that is wrong, and ends with code 1 if there is any. Run it beside the serving
process, with the same settings; it changes nothing and prints no secret.`;

await runCommand({ usage: USAGE, count: 0 }, async () => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // biome-ignore lint/style/noProcessEnv: a tool hands the environment to its one reader
  const config = readConfig(process.env);
  const { database } = config.store;
  const hasStore = isThere(database);
  const opened = hasStore ? await openStoreBeside(database).catch(asFound) : null;
  const store = opened instanceof Error ? null : opened;
  const rooms = await openRoomService(config.rooms.service, systemClock);
  try {
    const diagnose = composeDoctor({
      config,
      roomService: rooms.roomService,
      installations: store && (await openCollections(store)).installations,
      pingStore: async () => {
        if (opened instanceof Error) throw opened;
        await store?.ping();
        return hasStore;
      },
      clock: systemClock,
      more: reportsIn(config.rooms)
        ? [checkWebhooks(rooms.roomService, `${config.server.publicUrl}${ROOM_WEBHOOK_PATH}`, NOTICED_EVENTS)]
        : [],
    });
    const findings = await diagnose();
    const report = doctorReport(findings);
    if (findings.some(({ state }) => state === 'bad')) throw new Refused(report);
    return report;
  } finally {
    await Promise.all([store?.close(), rooms.close()]);
  }
});

/** What the check of the store tells in its place. */
function asFound(error: unknown): Error {
  if (error instanceof StoreUnusable || error instanceof StoreUnavailable) return error;
  throw error;
}

/** The simulated service inside the program has nothing to register. */
function reportsIn({ service }: RoomsSettings): boolean {
  return service.kind !== 'simulated' || Boolean(service.apiUrl);
}
