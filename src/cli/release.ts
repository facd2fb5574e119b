import '../luxon-strict.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Duration } from 'luxon';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { planRules } from '../composition/plan-rules.ts';
import { makePlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import { makeReleaseHold } from '../usecases/release-hold.ts';
import { makeReminderMinutesOf } from '../usecases/reminder-minutes-of.ts';
import { Refused, runCommand } from './run-command.ts';
import { toolSettings } from './tool-settings.ts';
import { withStore } from './with-store.ts';

const USAGE = `npm run release

Lets a restored store send again. What the backup did not know to be sent is looked up in Slack first and sent only
where it is missing. Run it when you are sure that nothing serves from the newer store any more.`;

await runCommand({ usage: USAGE, count: 0 }, async () => {
  const { store, meetings } = toolSettings();
  const lease = Duration.fromObject({ seconds: store.leaseSeconds });
  const rules = planRules(meetings);
  const released = await withStore((collections) => {
    const reminderMinutesOf = makeReminderMinutesOf(collections.settings);
    const planNextMeeting = makePlanNextMeeting({ ...collections, reminderMinutesOf, clock, lease, rules });
    return makeReleaseHold({ ...collections, planNextMeeting, lease, clock, pause: () => sleep(250) })();
  });
  switch (released.kind) {
    case 'released':
      return `Released: ${released.doubtful} deliveries are looked up before they are sent.`;
    case 'not-held':
      return 'This store is not held: it sends already.';
    case 'incomplete':
      throw new Refused('This store is an incomplete copy: run move-store again, to its end.');
  }
});
