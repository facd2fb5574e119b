import { type Addressee, addresseeOf } from '../domain/addressee.ts';
import { type DeliveryKind, deliveryKey, type PlannedDelivery } from '../domain/delivery.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { isOutsider } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Seat, Unreached } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

export interface ResendRequest {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  /** Who presses now. */
  readonly user: SlackUserId;
  /** What tells this press from others: the same one twice is one. */
  readonly press: string;
}

export type ResendProblem = { readonly kind: 'not-yours' } | { readonly kind: 'nobody-left' };

export type ResendUnreached = (request: ResendRequest) => Promise<Result<readonly Addressee[], ResendProblem>>;

/** What brings somebody what they lack. */
const BRINGS: Readonly<Record<Unreached['what'], DeliveryKind | null>> = {
  invitation: 'invitation',
  'calendar file': 'invitation',
  notice: 'notice',
  card: 'card',
  group: 'expand-group',
  mail: 'mail',
  // A reminder that failed is of the past.
  reminder: 'invitation',
  // Nor does anybody wait for a code any more.
  code: null,
};

/** The message of a channel is posted again; one that cannot be edited any more stays as it is. */
const BRINGS_TO_CHANNEL: Readonly<Partial<Record<Unreached['what'], DeliveryKind>>> = { invitation: 'channel-card' };

/** Tries once more to bring everybody, channels and groups included, what could not be brought, at the wish of somebody in charge. Resolves to them. */
export function makeResendUnreached(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly seats: Pick<Seats, 'ofMeeting' | 'change'>;
  readonly deliveries: Pick<Deliveries, 'enqueue'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): ResendUnreached {
  const { meetings, seats, deliveries, clock, wake } = deps;

  return async ({ workspace, meeting: id, user, press }) => {
    const now = clock.now();
    const meeting = await meetings.get(workspace, id);
    if (!meeting || !may(meeting, user, 'resend')) return refuse({ kind: 'not-yours' });
    const lacking = (await seats.ofMeeting(id)).flatMap((seat) => lackOf(meeting, seat));
    if (lacking.length === 0) return refuse({ kind: 'nobody-left' });
    const dueAt = now;
    const again = lacking.map(({ seat: { occurrence, invitee }, kind }): PlannedDelivery => {
      // The groups of a meeting are looked at together.
      const whose = kind === 'expand-group' ? null : invitee;
      return { workspace, meeting: id, occurrence, kind, invitee: whose, cause: `again-${press}`, dueAt };
    });
    // First, since after a crash in between they still count as unreached and can be tried again.
    await deliveries.enqueue([...new Map(again.map((one) => [deliveryKey(one), one])).values()], now);
    for (const { seat } of lacking) {
      await seats.change(id, seat.occurrence, seat.invitee, ({ unreached }) => ({
        unreached: unreached?.at.equals(seat.unreached?.at ?? now) ? null : unreached,
      }));
    }
    await meetings.replan(id, now);
    wake();
    return ok(lacking.map(({ who }) => who));
  };
}

function lackOf(meeting: Meeting, seat: Seat): { seat: Seat; who: Addressee; kind: DeliveryKind }[] {
  const who = addresseeOf(meeting, seat.invitee);
  if (!who || !seat.unreached?.final) return [];
  const kind = bringsTo(who, seat.unreached.what);
  return kind ? [{ seat, who, kind }] : [];
}

function bringsTo(who: Addressee, what: Unreached['what']): DeliveryKind | null {
  if ('channel' in who) return BRINGS_TO_CHANNEL[what] ?? null;
  return !('group' in who) && isOutsider(who) ? 'mail' : BRINGS[what];
}
