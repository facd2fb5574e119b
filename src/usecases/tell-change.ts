import { reasonFor } from '../domain/changes/cancel.ts';
import type { Delivery, Outcome } from '../domain/delivery.ts';
import { noticeCause, toldByCause } from '../domain/notice-cause.ts';
import { nextOccurrence, occurrenceOf } from '../domain/occurrence.ts';
import type { Known, PostedMessage } from '../domain/seat.ts';
import { isPast, knownOf, type News, newsOf, truthOf } from '../domain/told.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Person } from '../ports/directory.ts';
import type { ChangeMessage, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import { type BringFile, getsFiles, hasFile } from './bring-file.ts';
import { readerOf } from './look-at-card.ts';
import { lookAtTold, type Told } from './look-at-told.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { findLost, postOnce } from './post-once.ts';
import type { Errand, ReachPerson } from './reach-person.ts';
import type { RecordKnowledge } from './record-knowledge.ts';

interface Look extends Told {
  readonly known: Known;
  readonly truth: Known;
  readonly news: News | null;
}

/**
 * Tells one person, in a message of its own, what became of the time, since an edited card makes no sound. What is said
 * is read anew, so a notice that has nothing new to say any more is dropped. A new time brings a new calendar file.
 */
export function makeTellChange(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly bringFile: BringFile;
  readonly recordKnowledge: RecordKnowledge;
  readonly reachPerson: ReachPerson;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, bringFile, recordKnowledge, reachPerson, clock } = deps;

  return async (delivery, stillMine) => {
    const look = await lookAt(delivery);
    if (!look) return { kind: 'dropped', reason: 'nobody to tell' };
    const { meeting, invitee, whole, seat, known, truth, news } = look;
    if (!isCurrent(look, delivery)) return (await adoptLost(look, delivery)) ?? { kind: 'dropped', reason: 'outdated' };
    const getsFile = isWhole(look) && !truth.isCancelled && getsFiles(whole) && !hasFile(whole, meeting, invitee);
    // Where an earlier attempt has told it, the file may be left.
    if (!news && !(getsFile && whole.file)) return { kind: 'dropped', reason: 'nothing new' };
    const errand: Omit<Errand, 'bring'> = { meeting, seat, delivery, lacking: () => 'notice' };
    if (isPast(meeting, known, truth, clock.now())) {
      await reachPerson.note(errand, 'too-late', true);
      return { kind: 'dropped', reason: 'it is over' };
    }
    return reachPerson({
      ...errand,
      bring: async (person) => {
        let channel = whole.card?.channel;
        if (news) {
          const message = messageOf(look, news, person, getsFile);
          const { at } = await postOnce(messenger, delivery, person.user, message, stillMine);
          channel = at.channel;
          await recordTold(look, at, truth);
        }
        if (getsFile && channel) await bringFile(meeting, invitee, whole, channel, delivery, stillMine);
        if (seat.unreached) await seats.change(meeting.id, seat.occurrence, invitee.id, () => ({ unreached: null }));
        await planIfOutdated(delivery);
        return { kind: 'done' };
      },
    });
  };

  async function recordTold({ meeting, invitee, seat }: Look, notice: PostedMessage, truth: Known): Promise<void> {
    await recordKnowledge({ meeting, invitee, occurrence: seat.occurrence, truth }, ({ earlier }) => ({
      earlier: { ...earlier, notices: [...earlier.notices.filter(({ ts }) => ts !== notice.ts), notice] },
    }));
  }

  /** One that arrived unseen and says what is not so any more: what the person knows is what it told them. */
  async function adoptLost(look: Look, delivery: Delivery): Promise<Outcome | null> {
    const { meeting, invitee } = look;
    const told = toldByCause(delivery.cause);
    if (!delivery.isAmbiguous || !told || !invitee.user) return null;
    try {
      const { channel } = await messenger.openConversation(meeting.workspace, invitee.user);
      const found = await findLost(messenger, delivery, channel);
      if (!found || look.seat.earlier.notices.some(({ ts }) => ts === found.ts)) return null;
      await recordTold(look, found, told);
      await meetings.replan(meeting.id, clock.now());
      return null;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      const outcome = afterFault(error);
      return outcome.kind === 'again' ? outcome : null;
    }
  }

  async function lookAt(delivery: Delivery): Promise<Look | null> {
    const told = await lookAtTold({ meetings, seats }, delivery);
    if (!told) return null;
    const { meeting, invitee, whole, seat } = told;
    const known = knownOf(meeting, delivery.occurrence, [whole, seat]);
    const truth = truthOf(meeting, invitee, delivery.occurrence);
    return known && truth && { ...told, known, truth, news: newsOf(meeting, invitee, known, truth) };
  }

  function messageOf(look: Look, news: News, person: Person, hasFile: boolean): ChangeMessage {
    const { meeting, seat, known } = look;
    const { series, title } = meeting;
    const shown = isWhole(look) ? nextOccurrence(meeting, clock.now()) : occurrenceOf(meeting, seat.occurrence);
    return {
      kind: 'change',
      news,
      scope: !series ? 'meeting' : isWhole(look) ? 'series' : 'one',
      title,
      reason: reasonFor(meeting, isWhole(look) ? null : seat.occurrence),
      isByReader: meeting.changedBy === look.invitee.id,
      before: known.startsAt,
      startsAt: shown?.startsAt ?? meeting.startsAt,
      endsAt: shown?.endsAt ?? meeting.endsAt,
      rule: isWhole(look) ? (series?.rule ?? null) : null,
      hasFile,
      reader: readerOf(person, meeting),
    };
  }

  /** What was changed while it was being told was planned from what the person knew before. */
  async function planIfOutdated(delivery: Delivery): Promise<void> {
    const look = await lookAt(delivery);
    if (look?.news) await meetings.replan(delivery.meeting, clock.now());
  }
}

/** Whether the delivery is for what is so now; another one is planned for that. */
function isCurrent({ meeting, invitee, truth }: Look, { cause }: Delivery): boolean {
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return false;
  return toldByCause(cause) === null || cause === noticeCause(meeting, invitee, truth);
}

function isWhole({ seat, whole }: Look): boolean {
  return seat.occurrence === whole.occurrence;
}
