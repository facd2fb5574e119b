import '../luxon-strict.ts';
import { existsSync } from 'node:fs';
import { systemClock } from '../adapters/system-clock.ts';
import { openCollections } from '../composition/collections.ts';
import { composeDoctor } from '../composition/doctor.ts';
import { openStoreBeside } from '../composition/open-store.ts';
import { openRoomService } from '../composition/room-service.ts';
import { readConfig } from '../config.ts';
import { StoreUnusable } from '../ports/documents.ts';
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
  const store = await openStoreBeside(config.store.database).catch((error: unknown) => {
    if (error instanceof StoreUnusable) return null;
    throw error;
  });
  const rooms = await openRoomService(config.rooms.service, systemClock);
  try {
    const diagnose = composeDoctor({
      config,
      roomService: rooms.roomService,
      installations: store && (await openCollections(store)).installations,
      pingStore: async () => {
        await store?.ping();
        return store !== null;
      },
      clock: systemClock,
    });
    const findings = await diagnose();
    const report = doctorReport(findings);
    if (findings.some(({ state }) => state === 'bad')) throw new Refused(report);
    return report;
  } finally {
    await Promise.all([store?.close(), rooms.close()]);
  }
});
