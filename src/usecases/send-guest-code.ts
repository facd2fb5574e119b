import { CODE_VALID_MINUTES, guestCode } from '../domain/guest-code.ts';
import type { LinkKeys } from '../domain/join-link.ts';
import { codeMail } from '../mail/code-mail.ts';
import { messageIdFor } from '../mail/message-id.ts';
import type { Clock } from '../ports/clock.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { guestAtDoor } from './guest-at-door.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReachByMail } from './reach-by-mail.ts';

/** Mails a guest the code that was asked for, made anew from its number; an older one is not sent any more. */
export function makeSendGuestCode(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly guestCodes: Pick<GuestCodeRows, 'get'>;
  readonly reachByMail: ReachByMail;
  readonly codeKeys: LinkKeys;
  readonly host: string;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, guestCodes, reachByMail, codeKeys, host, clock } = deps;

  return async (delivery, stillMine) => {
    const [version, issue] = delivery.cause.split('.').map(Number);
    if (!delivery.invitee || !version || !issue) return { kind: 'dropped', reason: 'no code' };
    const link = { meeting: delivery.meeting, invitee: delivery.invitee, version };
    const guest = await guestAtDoor(meetings, link);
    const codes = guest && (await guestCodes.get(link.meeting, link.invitee));
    if (!guest || codes?.issue !== issue || codes.expiresAt <= clock.now() || codes.triesLeft <= 0) {
      return { kind: 'dropped', reason: 'no longer good' };
    }
    const { meeting, invitee } = guest;
    const code = guestCode(link, issue, codeKeys[0]);
    const letter = codeMail({ title: meeting.title, host, code, validMinutes: CODE_VALID_MINUTES });
    const seat = await seats.get(meeting.id, delivery.occurrence, invitee.id);
    return reachByMail(
      {
        meeting,
        seat,
        delivery,
        what: 'code',
        address: invitee.email,
        mailTo: (to) => ({
          messageId: messageIdFor(delivery.key, host),
          to,
          senderName: null,
          replyTo: null,
          ...letter,
          calendar: null,
          unsubscribeUrl: null,
        }),
        sent: async () => {},
      },
      stillMine,
    );
  };
}
