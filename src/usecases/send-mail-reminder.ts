import { answerOf, cardOccurrence } from '../domain/answers.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links.ts';
import { messageIdFor } from '../mail/message-id.ts';
import { reminderMail } from '../mail/reminder-mail.ts';
import { senderName } from '../mail/sender-name.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { LookUpMailPeople } from './look-up-mail-people.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReachByMail } from './reach-by-mail.ts';

/** Reminds a guest who did not decline, did not ask for peace, and has the invitation; too late, it is dropped. */
export function makeSendMailReminder(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly lookUpMailPeople: LookUpMailPeople;
  readonly reachByMail: ReachByMail;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly unsubscribeLinks: Pick<UnsubscribeLinks, 'urlFor'>;
  readonly host: string;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, lookUpMailPeople, reachByMail, links, unsubscribeLinks, host, clock } = deps;

  return async (delivery, stillMine) => {
    const look = await lookAt(delivery);
    if (!look) return { kind: 'dropped', reason: 'no longer wanted' };
    const { meeting, invitee, one, seat } = look;
    if (clock.now() >= one.startsAt) return { kind: 'dropped', reason: 'too late' };
    await stillMine();
    const people = await lookUpMailPeople(meeting, invitee);
    const { zone, locale } = people.reader;
    const unsubscribeUrl = unsubscribeLinks.urlFor({ meeting: meeting.id, invitee: invitee.id });
    const letter = reminderMail({
      title: meeting.title,
      startsAt: one.startsAt.setZone(zone).setLocale(locale),
      endsAt: one.endsAt.setZone(zone).setLocale(locale),
      organizerName: people.organizerName,
      workspaceName: meeting.workspaceName,
      repeats: null,
      host,
      joinUrl: links.urlFor(meeting, invitee),
      unsubscribeUrl,
    });
    return reachByMail(
      {
        meeting,
        seat,
        delivery,
        what: 'reminder',
        address: invitee.email,
        mailTo: (to) => ({
          messageId: messageIdFor(delivery.key, host),
          to,
          senderName: senderName(people.organizerName),
          replyTo: null,
          ...letter,
          calendar: null,
          unsubscribeUrl,
        }),
        sent: async () => {},
      },
      stillMine,
    );
  };

  async function lookAt({ meeting: id, invitee: who, occurrence: key, cause }: Delivery) {
    const meeting = await meetings.find(id);
    const invitee = meeting && who && inviteeOf(meeting, who);
    const one = meeting && occurrenceOf(meeting, key);
    if (!meeting || !invitee || meeting.status !== 'scheduled') return null;
    if (!one || one.isCancelled || String(one.startsAt.toMillis()) !== cause) return null;
    const [whole, seat] = await Promise.all([
      seats.get(id, cardOccurrence(meeting), invitee.id),
      seats.get(id, key, invitee.id),
    ]);
    const isWanted = whole.mailed && !whole.wantsNoReminders;
    const answer = answerOf(meeting, one, invitee.id, [whole, seat]);
    return isWanted && answer !== 'DECLINED' ? { meeting, invitee, one, seat } : null;
  }
}
