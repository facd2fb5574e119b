import type { Delivery, Outcome } from '../domain/delivery.ts';
import type { SlackUserId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { type Reminded, SNOOZE } from '../domain/reminders.ts';
import type { ButtonPlace } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Messenger, ReminderMessage } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { StillMine } from './hold-claim.ts';
import { readerOf } from './look-at-card.ts';
import type { LookAtStanding } from './look-at-standing.ts';
import { postOnce } from './post-once.ts';
import { withoutParking } from './without-parking.ts';

/** @throws ClaimLost */
export type BringReminder = (
  about: Reminded & { readonly user: SlackUserId },
  delivery: Delivery,
  stillMine: StillMine,
) => Promise<Outcome>;

/**
 * Reminds one person, and notes it. Where that cannot be done, nobody is told: whoever cannot be reached at all is known
 * from the invitation, and a reminder that comes late is none.
 */
export function makeBringReminder(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly lookAtStanding: LookAtStanding;
  readonly directory: Pick<Directory, 'person'>;
  readonly messenger: Messenger;
  readonly links: JoinLinks;
  readonly clock: Clock;
}): BringReminder {
  const { meetings, seats, lookAtStanding, directory, messenger, links, clock } = deps;

  return async ({ meeting, occurrence, invitee, user }, delivery, stillMine) => {
    const { key, startsAt } = occurrence;
    try {
      const person = await directory.person(meeting.workspace, user);
      if (person?.kind !== 'person') return { kind: 'dropped', reason: person?.kind ?? 'unknown' };
      const now = clock.now();
      const message: ReminderMessage = {
        kind: 'reminder',
        meeting: meeting.id,
        occurrence: key,
        title: meeting.title,
        startsAt,
        minutesLeft: Math.max(0, Math.ceil(startsAt.diff(now).as('minutes'))),
        canSnooze: now.plus(SNOOZE) < startsAt,
        joinUrl: links.urlFor(meeting, invitee),
        reader: readerOf(person, meeting),
      };
      const { at, isFound } = await postOnce(messenger, delivery, user, message, stillMine);
      if (isFound) await messenger.update(meeting.workspace, at, message);
      const sent: ButtonPlace = { ...at, startsAt, linkVersion: invitee.linkVersion };
      await seats.change(meeting.id, key, invitee.id, ({ reminders }) => ({
        remindedOf: startsAt,
        reminders: [...reminders.filter(({ ts }) => ts !== at.ts), sent],
      }));
      // It takes the place of those before it, and what it says may have changed while it was on its way.
      const look = await lookAtStanding(delivery);
      if (look && look.spentReminders.length > 0) await meetings.replan(meeting.id, clock.now());
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return withoutParking(afterFault(error));
    }
  };
}
