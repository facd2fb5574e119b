import type { DateTime } from 'luxon';
import { fileName } from '../calendar/file-name.ts';
import { cardOccurrence } from '../domain/answers.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type MailAddress, readMailAddress } from '../domain/mail-address.ts';
import { type Mailed, type MailNews, mailedOf, mailNewsOf, mailTruthOf } from '../domain/mailed.ts';
import type { Meeting } from '../domain/meeting.ts';
import { lastEnd } from '../domain/occurrence.ts';
import { mailCause, mailedApart } from '../domain/plan/mails.ts';
import type { Seat } from '../domain/seat.ts';
import { messageIdFor } from '../mail/message-id.ts';
import { senderName } from '../mail/sender-name.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mail } from '../ports/mailer.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { CalendarMeetingFor } from './calendar-meeting-for.ts';
import { lookAtTold, type Told } from './look-at-told.ts';
import type { LookUpMailPeople, MailPeople } from './look-up-mail-people.ts';
import { type MailRules, mailOfChange } from './mail-of-change.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReachByMail } from './reach-by-mail.ts';
import type { ReachPerson } from './reach-person.ts';

interface Look extends Told {
  readonly mailed: Mailed | null;
  readonly truth: Mailed;
  readonly news: MailNews | null;
}

/**
 * Tells one person's calendar by mail what is so now. It is read anew, so a mail that has nothing new to say any more is
 * dropped, and one that may have said what is not so any more is made up for by the next.
 */
export function makeSendMail(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly seats: Pick<Seats, 'get' | 'change' | 'ofInvitee'>;
  readonly lookUpMailPeople: LookUpMailPeople;
  readonly calendarMeetingFor: CalendarMeetingFor;
  readonly reachByMail: ReachByMail;
  readonly reachPerson: Pick<ReachPerson, 'note'>;
  /** Where answers of calendars go: the address that the mails come from. */
  readonly sender: MailAddress | null;
  readonly rules: MailRules;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, lookUpMailPeople, calendarMeetingFor, reachByMail, reachPerson, sender, rules, clock } =
    deps;

  return async (delivery, stillMine) => {
    const look = await lookAt(delivery);
    if (!look) return { kind: 'dropped', reason: 'nobody to tell' };
    const { meeting, invitee, seat, news } = look;
    if (!isCurrent(look, delivery)) {
      await noteDoubt(look, delivery);
      return { kind: 'dropped', reason: 'outdated' };
    }
    if (!news) return { kind: 'dropped', reason: 'nothing new' };
    if (isPast(look, clock.now())) {
      await reachPerson.note({ meeting, seat, lacking: () => 'mail' }, 'mail-too-late', true);
      return { kind: 'dropped', reason: 'it is over' };
    }
    try {
      await stillMine();
      const people = await lookUpMailPeople(meeting, invitee);
      const mailTo = (address: MailAddress) => mailOf(look, news, delivery, people, address);
      const sent = () => record(look, delivery);
      const address = people.readerAddress;
      return await reachByMail({ meeting, seat, delivery, what: 'mail', address, mailTo, sent }, stillMine);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };

  async function lookAt(delivery: Delivery): Promise<Look | null> {
    const told = await lookAtTold({ meetings, seats }, delivery);
    if (!told) return null;
    const { meeting, invitee, whole, seat } = told;
    const mailed = mailedOf(meeting, delivery.occurrence, [whole, seat]);
    const truth = mailTruthOf(meeting, invitee, delivery.occurrence);
    return truth && { ...told, mailed, truth, news: mailNewsOf(meeting, invitee, mailed, truth) };
  }

  function mailOf(
    { meeting, invitee, seat, mailed }: Look,
    news: MailNews,
    { key }: Delivery,
    people: MailPeople,
    address: MailAddress,
  ): Mail {
    const inCalendar = {
      ...calendarMeetingFor(meeting, invitee),
      organizerName: people.organizerName ?? 'the organizer',
    };
    const from = senderName(people.organizerName);
    const isOrganizer = invitee.user === meeting.organizer;
    const { letter, calendar } = mailOfChange(
      { meeting, occurrence: seat.occurrence, news, mailed, inCalendar },
      people,
      {
        organizer: { name: from ?? 'Convene', address: sender ?? address },
        attendee: { name: people.readerName ?? address, address, role: isOrganizer ? 'organizer' : 'invitee' },
      },
      rules,
      clock.now(),
    );
    const replyAddress = readMailAddress(people.organizerAddress ?? '');
    const method = calendar.method;
    return {
      messageId: messageIdFor(key, rules.host),
      to: address,
      senderName: from,
      replyTo: replyAddress && { name: people.organizerName ?? '', address: replyAddress },
      ...letter,
      calendar: { method, filename: fileName(meeting.title), content: calendar.content },
      unsubscribeUrl: null,
    };
  }

  /** Single runs first, so that after a crash in between no mail tells of them what the one about all has told. */
  async function record({ meeting, invitee, seat, truth }: Look, delivery: Delivery): Promise<void> {
    if (meeting.series && isWhole(meeting, seat)) {
      for (const key of mailedApart(meeting, await seats.ofInvitee(meeting.id, invitee.id))) {
        await seats.change(meeting.id, key, invitee.id, () => ({ mailed: mailTruthOf(meeting, invitee, key) }));
      }
    }
    await seats.change(meeting.id, seat.occurrence, invitee.id, () => ({ mailed: truth, unreached: null }));
    // What was changed while it was sent was planned from what the calendar said before.
    const now = await lookAt(delivery);
    if (seat.unreached || now?.news) await meetings.replan(meeting.id, clock.now());
  }

  /** Nobody can find out whether it arrived, so the next mail does not rely on what the calendar is known to say. */
  async function noteDoubt({ meeting, invitee, seat, mailed, truth }: Look, delivery: Delivery): Promise<void> {
    if (!delivery.isAmbiguous) return;
    const doubtful = { ...(mailed ?? { ...truth, isCancelled: false }), words: null };
    await seats.change(meeting.id, seat.occurrence, invitee.id, () => ({ mailed: doubtful }));
    await meetings.replan(meeting.id, clock.now());
  }
}

/** Whether the delivery is for what is so now; another one is planned for that. One that somebody asked for always is. */
function isCurrent({ meeting, invitee }: Look, { cause }: Delivery): boolean {
  return !/^\d+$/.test(cause) || cause === mailCause(meeting, invitee);
}

function isPast({ meeting, seat, mailed, truth }: Look, now: DateTime): boolean {
  if (meeting.series && isWhole(meeting, seat)) {
    const end = lastEnd(meeting);
    return mailed === null && end !== null && end <= now;
  }
  const spans = [...(mailed ? [mailed] : []), ...(truth.isCancelled ? [] : [truth])];
  return spans.every(({ endsAt }) => endsAt <= now);
}

function isWhole(meeting: Meeting, { occurrence }: Seat): boolean {
  return occurrence === cardOccurrence(meeting);
}
