import type { App, SlashCommand } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import type { ScheduleMeeting } from '../../usecases/schedule-meeting.ts';
import { help } from '../views/help.ts';
import { problemText } from '../views/problem-text.ts';
import type { Rendered } from '../views/render-message.ts';
import { scheduledAnswer } from '../views/scheduled-answer.ts';
import { words } from '../views/words.ts';
import { answering } from './answering.ts';

/** `/meet <title> <when> <people>`: schedules a meeting and tells the organizer alone. */
export function registerMeetCommand(
  app: App,
  { command: name, scheduleMeeting, log }: { command: string; scheduleMeeting: ScheduleMeeting; log: Logger },
): void {
  app.command(name, async ({ command, ack }) => {
    await answering(ack, (signal) => answer(command, signal), log);
  });

  async function answer(command: SlashCommand, signal: AbortSignal): Promise<Rendered> {
    const text = command.text.trim();
    if (text === '' || text.toLowerCase() === 'help') return help(name);
    const outcome = await scheduleMeeting({
      workspace: workspaceOf(command),
      workspaceName: command.team_domain,
      organizer: command.user_id as SlackUserId,
      triggerId: command.trigger_id,
      text,
      signal,
    });
    return outcome.ok ? scheduledAnswer(outcome.value) : words(problemText(outcome.problem, name));
  }
}

/** The enterprise where the app is installed for a whole organization, else the team. */
function workspaceOf({ is_enterprise_install, enterprise_id, team_id }: SlashCommand): WorkspaceId {
  return (is_enterprise_install === 'true' && enterprise_id ? enterprise_id : team_id) as WorkspaceId;
}
