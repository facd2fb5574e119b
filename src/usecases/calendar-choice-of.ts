import type { CalendarChoice } from '../domain/calendar-choice.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Directory } from '../ports/directory.ts';

/** How meetings come into the calendar of somebody in Slack. @throws ChatFault */
export type CalendarChoiceOf = (workspace: WorkspaceId, user: SlackUserId) => Promise<CalendarChoice>;

/** As they chose; with a file where they chose mail, and there is no mail or no address to be seen. */
export function makeCalendarChoiceOf(deps: {
  readonly chosenBy: CalendarChoiceOf;
  readonly directory: Directory;
  readonly hasMail: boolean;
}): CalendarChoiceOf {
  const { chosenBy, directory, hasMail } = deps;

  return async (workspace, user) => {
    const choice = await chosenBy(workspace, user);
    if (choice !== 'mail') return choice;
    const person = hasMail ? await directory.person(workspace, user) : null;
    return person?.email ? 'mail' : 'file';
  };
}
