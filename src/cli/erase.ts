import '../luxon-strict.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { type Erased, makeErasePerson } from '../usecases/erase-person.ts';
import { makeRemoveMeeting } from '../usecases/remove-meeting.ts';
import { personArguments } from './person-arguments.ts';
import { Refused, runCommand } from './run-command.ts';
import { withStore } from './with-store.ts';

const USAGE = `npm run erase -- <workspace id> <Slack user id or guest's mail address> [--dry-run]

Makes a person disappear from everything that is stored: name, invitations, links, presence. Meetings they organize go
altogether when they are over, cancelled or only drafts; with one still to come nothing is erased and its id is listed.
--dry-run tells what would be done. What was posted in Slack or mailed stays there.`;

await runCommand({ usage: USAGE, count: 2, flags: ['dry-run'] }, async (called) => {
  const { workspace, contact } = personArguments(called);
  const dryRun = called.has('dry-run');
  const erased = await withStore((collections) => {
    const removeMeeting = makeRemoveMeeting({ ...collections, clock });
    const erasePerson = makeErasePerson({ ...collections, removeMeeting, clock, pause: () => sleep(250) });
    return erasePerson(workspace, contact, dryRun);
  });
  return report(erased, dryRun);
});

function report({ left, removed, refused, remaining }: Erased, dryRun: boolean): string {
  if (refused.length > 0) {
    throw new Refused(
      ['Nothing was erased, since this person organizes meetings that are still to come:', ...refused].join('\n  '),
    );
  }
  if (remaining > 0) throw new Refused(`Meetings that were changed at the same time: ${remaining}. Run this again.`);
  const counts = `Meetings that go on without them: ${left}. Meetings of their own removed: ${removed}.`;
  return dryRun ? `Nothing was changed yet. ${counts}` : counts;
}
