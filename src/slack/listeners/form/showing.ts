import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../../../domain/ids.ts';
import { ChatFault } from '../../../ports/chat-fault.ts';
import type { Directory, UserGroup } from '../../../ports/directory.ts';
import { type FilledForm, repetitionOf } from '../../../usecases/form.ts';
import type { FormConflicts } from '../../../usecases/form-conflicts.ts';
import type { Opening } from '../../../usecases/open-form.ts';
import type { Wishes } from '../../../usecases/wishes.ts';
import type { FormState } from '../../views/form/form-view.ts';
import { ruleText } from '../../views/rule-text.ts';

/** What a form shows besides what stands in it: names of groups, and who is double-booked. */
export interface Showing {
  opened(workspace: WorkspaceId, user: SlackUserId, opening: Opening): Promise<FormState>;
  groups(workspace: WorkspaceId): Promise<readonly UserGroup[]>;
}

export function makeShowing(deps: {
  readonly directory: Pick<Directory, 'groups'>;
  readonly formConflicts: FormConflicts;
  readonly guestsAllowed: boolean;
  readonly waitsUsually: FormState['waitsUsually'];
  readonly log: Pick<Logger, 'warn'>;
}): Showing {
  const { directory, formConflicts, guestsAllowed, waitsUsually, log } = deps;

  return {
    async opened(workspace, user, opening) {
      const { purpose, wishes, lacks, locale, series } = opening;
      const filled = filledFrom(wishes, opening.defaultLength.as('minutes'), locale);
      const except = purpose.kind === 'edit' ? purpose.meeting : null;
      const [conflicts, groups] = await Promise.all([
        formConflicts(workspace, user, filled, except),
        filled.groups.length > 0 ? this.groups(workspace) : [],
      ]);
      const keptRule = series?.series
        ? `Repeats ${ruleText(series.series.rule, locale)}. Another time moves all that is to come.`
        : null;
      const offered = { offersGuests: guestsAllowed, waitsUsually };
      return { purpose, filled, lacks, conflicts, groups, ...offered, keptRule, locale };
    },

    /** None where the app may not look, or Slack does not answer. */
    async groups(workspace) {
      try {
        return await directory.groups(workspace);
      } catch (error) {
        if (!(error instanceof ChatFault)) throw error;
        log.warn({ workspace, code: error.code }, 'the user groups could not be listed');
        return [];
      }
    },
  };
}

function filledFrom(wishes: Wishes, defaultMinutes: number, locale: string): FilledForm {
  const { title, notes, users, groups, channels, emails, day, time, zone, length, rule, access, waitForHost } = wishes;
  const startsAt = day ? DateTime.fromISO(day, { zone: 'utc' }) : null;
  return {
    title: title ?? '',
    notes: notes ?? '',
    users,
    groups,
    channels,
    emails,
    day: day ?? '',
    time: time ?? '',
    zone,
    minutes: length?.as('minutes') ?? defaultMinutes,
    repetition: repetitionOf(rule, startsAt),
    repetitionText: rule ? ruleText(rule, locale) : '',
    isPublic: access === 'public',
    waitForHost,
  };
}
