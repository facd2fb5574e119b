import type { DateTime } from 'luxon';
import type { CalendarChoice } from './calendar-choice.ts';
import type { LinkDevice } from './devices.ts';
import type { InviteeId, MeetingId } from './ids.ts';
import type { Role } from './invitee.ts';
import type { Mailed } from './mailed.ts';

/** One person at one occurrence of a meeting: what has reached them, what they answered, and whether they came. */
export interface Seat {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly invitee: InviteeId;
  /** The person's name, looked up when the message was sent, or given by a visitor. */
  readonly name: string | null;
  /** Where the one message stands that this person has of the meeting. */
  readonly card: PostedMessage | null;
  /** What the card was last made to show. */
  readonly shown: Shown | null;
  /** The calendar file as last sent: uploaded, and then shared into the same conversation. */
  readonly file: SentFile | null;
  /** The messages with a button that reminded of a start, in order, as long as they stand in the conversation. */
  readonly reminders: readonly ButtonPlace[];
  /** The morning agendas in which this run stands with a button. */
  readonly agendas: readonly AgendaPlace[];
  /** Messages and files from before, which taking the meeting back removes with the rest. */
  readonly earlier: { readonly notices: readonly PostedMessage[]; readonly files: readonly string[] };
  /** What the person was last told of the time: a notice that would say the same is not sent. */
  readonly knows: Known | null;
  /** How this person's calendar follows the meeting, as they chose when they were invited; null for by files. */
  readonly calendar: Exclude<CalendarChoice, 'file'> | null;
  /** What that calendar was last told by mail. */
  readonly mailed: Mailed | null;
  /** Asked for no more reminders by mail, in the seat of the whole meeting. */
  readonly wantsNoReminders: boolean;
  readonly answer: Answer | null;
  /** Another time that the person would rather have, as last said. */
  readonly proposal: TimeProposal | null;
  /** The messages in which whoever is in charge was asked about a proposal of this person's, as long as they have buttons. */
  readonly asked: readonly AskedProposal[];
  /** The start that the person was last reminded of. */
  readonly remindedOf: DateTime | null;
  /** Reminders are asked for again at this moment. */
  readonly snoozedUntil: DateTime | null;
  /** Came by the public link and is no invitee. */
  readonly isVisitor: boolean;
  /** Why something could not be brought to this person, and when that was first seen. */
  readonly unreached: Unreached | null;
  /** The device that the person's link belongs to, in the seat of the whole meeting. */
  readonly device: LinkDevice | null;
  /** Who this person is to the video service. */
  readonly participant: Participant | null;
  /** When this person first came in. */
  readonly enteredAt: DateTime | null;
}

export interface Participant {
  /** The service's id. */
  readonly id: string;
  /** As whom they were let in, and by which link. */
  readonly role: Role;
  readonly linkVersion: number;
}

export interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
}

/** A message with a button to join: of which start it speaks, and which link stands in it. */
export interface ButtonPlace extends PostedMessage {
  readonly startsAt: DateTime;
  readonly linkVersion: number;
}

export interface AgendaPlace extends ButtonPlace {
  /** The date in the person's own calendar that the agenda is of, as `2026-03-03`. */
  readonly day: string;
  /** When the run was last shown in it. */
  readonly at: DateTime;
}

export interface Shown {
  /** See `faceOf`. */
  readonly face: string;
  /** How often the card was made or changed. */
  readonly count: number;
  readonly at: DateTime;
}

export interface SentFile {
  readonly id: string;
  readonly shared: boolean;
  /** Of the meeting, when the file was made. */
  readonly sequence: number;
  /** The start and the link that stand in it. */
  readonly startsAt: DateTime;
  readonly linkVersion: number;
}

export interface Known {
  readonly startsAt: DateTime;
  /** Or that the person is not invited any more. */
  readonly isCancelled: boolean;
  /** The last day of a series that has one. */
  readonly until: string | null;
}

/** RFC 5545 PARTSTAT, without NEEDS-ACTION: that is no answer. */
export type PartStat = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';

export interface Answer {
  readonly is: PartStat;
  readonly at: DateTime;
  /** For which start it was given: with another start it counts no more. */
  readonly startsAt: DateTime;
}

export interface TimeProposal {
  readonly startsAt: DateTime;
  /** The start that it would take the place of: to another one it says nothing. */
  readonly instead: DateTime;
  readonly note: string | null;
  readonly at: DateTime;
  /** What Slack never repeats for another one: the same sent twice is one. */
  readonly request: string;
}

export interface AskedProposal extends PostedMessage {
  readonly proposal: TimeProposal;
}

export interface Unreached {
  /** `reminder`: by mail, to an address that is gone. `group`: a user group's new members were not invited, nor those taken off who left it. */
  readonly what: 'invitation' | 'calendar file' | 'notice' | 'reminder' | 'card' | 'mail' | 'code' | 'group';
  /** Our own word or the service's error code; `views/unreached-text` puts it into words. */
  readonly reason: string;
  readonly at: DateTime;
  /** False while we are still trying. */
  readonly final: boolean;
  readonly told: boolean;
}

export function freshSeat(meeting: MeetingId, occurrence: string, invitee: InviteeId): Seat {
  return {
    meeting,
    occurrence,
    invitee,
    name: null,
    card: null,
    shown: null,
    file: null,
    reminders: [],
    agendas: [],
    earlier: { notices: [], files: [] },
    knows: null,
    calendar: null,
    mailed: null,
    wantsNoReminders: false,
    answer: null,
    proposal: null,
    asked: [],
    remindedOf: null,
    snoozedUntil: null,
    isVisitor: false,
    unreached: null,
    device: null,
    participant: null,
    enteredAt: null,
  };
}
