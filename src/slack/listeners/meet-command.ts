import type { App, SlashCommand } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ExplainReading } from '../../usecases/explain-reading.ts';
import type { ScheduleMeeting } from '../../usecases/schedule-meeting.ts';
import { originOf } from '../origin-of.ts';
import { words } from '../views/blocks.ts';
import { explanation } from '../views/explanation.ts';
import { help } from '../views/help.ts';
import { preview } from '../views/preview.ts';
import { problemText } from '../views/problem-text.ts';
import type { Rendered } from '../views/render-message.ts';
import { scheduledAnswer } from '../views/scheduled-answer.ts';
import { answering } from './answering.ts';
import { respondingTo } from './responding-to.ts';

/** Also `explain` without a text to explain. */
const SHOWS_HELP = /^(?:help|explain)?$/i;

/** What will be commands of their own must not become titles meanwhile. */
const COMES_LATER = /^(?:list|settings)$/i;

/** `/meet <title> <when> <people>`: schedules a meeting, or shows a preview where something is in doubt; only the organizer sees the answer. */
export function registerMeetCommand(
  app: App,
  deps: {
    readonly command: string;
    readonly scheduleMeeting: ScheduleMeeting;
    readonly explainReading: ExplainReading;
    readonly clock: Clock;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const { command: name, scheduleMeeting, explainReading, clock, apiUrl, log } = deps;

  app.command(name, async ({ command, ack, respond }) => {
    const later = respondingTo(command.response_url, respond, apiUrl);
    await answering(ack, (signal) => answer(command, signal), later, log);
  });

  async function answer(command: SlashCommand, signal: AbortSignal): Promise<Rendered> {
    const text = command.text.trim();
    if (SHOWS_HELP.test(text)) return help(name);
    if (COMES_LATER.test(text)) return words(`I cannot show that yet. \`${name} help\` says what I can do.`);
    const { workspace } = originOf(command);
    const user = command.user_id as SlackUserId;
    const [, toExplain] = /^explain\s+(.+)$/is.exec(text) ?? [];
    if (toExplain) {
      const explained = await explainReading(workspace, user, toExplain);
      return explained.ok ? explanation(explained.value) : words(problemText(explained.problem, name));
    }
    const outcome = await scheduleMeeting({
      workspace,
      workspaceName: command.team_domain,
      organizer: user,
      triggerId: command.trigger_id,
      text,
      signal,
    });
    if (!outcome.ok) return words(problemText(outcome.problem, name));
    const scheduled = outcome.value;
    return scheduled.meeting.status === 'draft' ? preview(scheduled, clock.now()) : scheduledAnswer(scheduled);
  }
}
