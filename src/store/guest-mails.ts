import type { DateTime } from 'luxon';
import {
  type GuestMails,
  givenBack,
  NO_MAILS,
  nextDay,
  type TooManyGuestMails,
  withinTheDay,
} from '../domain/guest-mails.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { DocumentStore, Documents } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { BY_AGE, forgetOld, type Remembered } from './forget-old.ts';

interface DayDocument extends GuestMails, Remembered {}

/** How many mails to guests each workspace has asked for on each UTC day. */
export type GuestMailCounts = Awaited<ReturnType<typeof openGuestMailCounts>>;

export async function openGuestMailCounts(store: DocumentStore) {
  const documents: Documents<DayDocument> = await store.collection({ name: 'guestMails', ...BY_AGE });

  return {
    /** Counts these mails, unless the day would have more than it may; of many who ask at once, those who still fit. */
    async spend(
      workspace: WorkspaceId,
      mails: GuestMails,
      most: number,
      now: DateTime,
    ): Promise<Result<null, TooManyGuestMails>> {
      let outcome: Result<null, TooManyGuestMails> = ok(null);
      await changeOrAdd(documents, dayOf(workspace, now), (sent) => {
        const counted = withinTheDay(sent ?? NO_MAILS, mails, most);
        outcome = counted.ok ? ok(null) : counted;
        return counted.ok ? { ...counted.value, until: nextDay(now).toJSDate() } : null;
      });
      return outcome;
    },

    /** Whether they could be counted now. */
    async fits(
      workspace: WorkspaceId,
      mails: GuestMails,
      most: number,
      now: DateTime,
    ): Promise<Result<null, TooManyGuestMails>> {
      const stored = await documents.get(dayOf(workspace, now));
      const counted = withinTheDay(stored?.value ?? NO_MAILS, mails, most);
      return counted.ok ? ok(null) : counted;
    },

    /** @param at when they were spent */
    async giveBack(workspace: WorkspaceId, unused: GuestMails, at: DateTime): Promise<void> {
      await changeOrAdd(documents, dayOf(workspace, at), (sent) => sent && { ...sent, ...givenBack(sent, unused) });
    },

    /** Forgets some of the days that are over; true when there may be more. */
    forgetOld: (now: DateTime): Promise<boolean> => forgetOld(documents, now),
  };
}

function dayOf(workspace: WorkspaceId, at: DateTime): string {
  return `${workspace}/${at.toUTC().toISODate()}`;
}
