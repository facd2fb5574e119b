import type { App, SlashCommand } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ExplainReading } from '../../usecases/explain-reading.ts';
import type { OpenForm } from '../../usecases/open-form.ts';
import type { ScheduleMeeting } from '../../usecases/schedule-meeting.ts';
import { originOf } from '../origin-of.ts';
import { words } from '../views/blocks.ts';
import { answering } from './answering.ts';
import { explainVerb } from './commands/explain.ts';
import { helpVerb } from './commands/help.ts';
import type { OtherCommands } from './commands/other-commands.ts';
import { scheduleVerb } from './commands/schedule.ts';
import type { Answered, Typed } from './commands/verb.ts';
import type { OpenModal } from './form/opening-modals.ts';
import { respondingTo } from './responding-to.ts';

/** `/meet …`: the first verb that takes the text answers it, and only its writer sees the answer. */
export function registerMeetCommand(
  app: App,
  deps: {
    readonly command: string;
    /** Asked before a new meeting is scheduled; null where the text is none of theirs. */
    readonly otherCommands: OtherCommands;
    readonly scheduleMeeting: ScheduleMeeting;
    readonly explainReading: ExplainReading;
    readonly openForm: OpenForm;
    readonly openModal: OpenModal;
    readonly clock: Clock;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error' | 'warn'>;
  },
): void {
  const { command: name, otherCommands, explainReading, openModal, apiUrl, log } = deps;
  const verbs = [helpVerb(name), explainVerb(explainReading, name)];
  const schedule = scheduleVerb(deps, name);
  const answerOf = async (typed: Typed) => {
    const verb = verbs.find(({ takes }) => takes(typed.text));
    if (verb) return verb.answer(typed);
    const other = await otherCommands(typed, typed.text, typed.triggerId, typed.signal);
    return other ?? schedule.answer(typed);
  };

  app.command(name, async ({ command, ack, respond, client }) => {
    const later = respondingTo(command.response_url, respond, apiUrl);
    let form: Extract<Answered, { form: unknown }> | null = null;
    await answering(
      ack,
      async (signal) => {
        const typed = typedOf(command, signal);
        const answered = await answerOf(typed);
        if (!answered || !('form' in answered)) return answered ?? null;
        // After its time the trigger is of no use any more.
        if (signal.aborted) return words(answered.instead);
        form = answered;
        return null;
      },
      later,
      log,
    );
    if (form) await open(form, typedOf(command, new AbortController().signal));

    async function open({ form: begin, instead }: NonNullable<typeof form>, { workspace, user }: Typed): Promise<void> {
      const say = () => later({ response_type: 'ephemeral', ...words(instead) });
      await openModal({ client, workspace, user, triggerId: command.trigger_id, say }, begin);
    }
  });
}

function typedOf(command: SlashCommand, signal: AbortSignal): Typed {
  const { channel_id: channel } = command;
  return {
    text: command.text.trim(),
    workspace: originOf(command).workspace,
    workspaceName: command.team_domain,
    user: command.user_id as SlackUserId,
    triggerId: command.trigger_id,
    channel: channel.startsWith('D') ? null : channel,
    signal,
  };
}
