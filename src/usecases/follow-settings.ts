import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Mornings } from '../store/mornings.ts';
import type { AgendaOf } from './agenda-of.ts';
import type { SaveSettings } from './personal-settings.ts';

/** Reminders of what comes later are planned when it comes into reach. */
const AHEAD = { hours: 50 };
/** What was not saved when the program died is looked at then. */
const SOON = { seconds: 10 };

/** The same saving, which also has reminders and the morning's agenda follow what was chosen. */
export function followingSettings(
  save: SaveSettings,
  deps: {
    readonly mornings: Pick<Mornings, 'watch'>;
    readonly meetings: Pick<Meetings, 'replan'>;
    readonly agendaOf: AgendaOf;
    readonly clock: Clock;
    readonly wake: () => void;
  },
): SaveSettings {
  const { mornings, meetings, agendaOf, clock, wake } = deps;

  return async (workspace, user, chosen) => {
    const now = clock.now();
    await mornings.watch(workspace, user, now.plus(SOON));
    await save(workspace, user, chosen);
    await mornings.watch(workspace, user, now);
    const soon = await agendaOf(workspace, user, now, now.plus(AHEAD));
    for (const id of new Set(soon.map(({ meeting }) => meeting.id))) await meetings.replan(id, now);
    wake();
  };
}
