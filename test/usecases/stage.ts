import { afterEach } from '@jest/globals';
import { Duration } from 'luxon';
import { openCollections } from '../../src/composition/collections.ts';
import { type Delivery, type DeliveryKind, deliveryKey } from '../../src/domain/delivery.ts';
import type { InviteeId } from '../../src/domain/ids.ts';
import { deriveLinkKeys } from '../../src/domain/join-link.ts';
import { makeJoinLinks } from '../../src/domain/join-links.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ONLY_OCCURRENCE } from '../../src/domain/occurrence.ts';
import { makeRecordingLinks } from '../../src/domain/recording-link.ts';
import type { DocumentStore } from '../../src/ports/documents.ts';
import { MEETINGS } from '../../src/store/meeting-document.ts';
import { type Limits, makeAgreedMeetings } from '../../src/usecases/agreed-meetings.ts';
import { makeBringCard } from '../../src/usecases/bring-card.ts';
import { makeBringFile } from '../../src/usecases/bring-file.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import type { StillMine } from '../../src/usecases/hold-claim.ts';
import { makeCards } from '../../src/usecases/look-at-card.ts';
import { makeLookUpDoor } from '../../src/usecases/look-up-door.ts';
import { makeNoteRoomTrouble } from '../../src/usecases/note-room-trouble.ts';
import { makeReachPerson } from '../../src/usecases/reach-person.ts';
import { makeRecordKnowledge } from '../../src/usecases/record-knowledge.ts';
import { makeReminderMinutesOf } from '../../src/usecases/reminder-minutes-of.ts';
import { makeReopenForHost } from '../../src/usecases/reopen-for-host.ts';
import { makeRetract } from '../../src/usecases/retract.ts';
import { makeSendInvitation } from '../../src/usecases/send-invitation.ts';
import { makeShowCard } from '../../src/usecases/show-card.ts';
import { makeTakeOut } from '../../src/usecases/take-out.ts';
import { makeTurns, type Turns } from '../../src/usecases/take-turns.ts';
import { makeTellChange } from '../../src/usecases/tell-change.ts';
import { type LinkUse, makeDeviceWatch } from '../../src/usecases/watch-devices.ts';
import { aMeeting } from '../support/a-meeting.ts';
import { RULES } from '../support/a-seat.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeDirectory } from '../support/fake-directory.ts';
import { fakeLog } from '../support/fake-log.ts';
import { fakeMessenger } from '../support/fake-messenger.ts';
import { fakeRooms } from '../support/fake-rooms.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

export const rules = RULES;
export const LIMITS: Limits = { open: { ofOrganizer: 200, ofWorkspace: 10_000 }, guestMailsPerDay: 500 };
export const lease = Duration.fromObject({ seconds: 45 });
export const links = makeJoinLinks(
  'https://meet.acme.org',
  deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'join'),
  deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'public'),
);
export const recordingLinks = makeRecordingLinks(
  'https://meet.acme.org',
  deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'recording'),
);
export const presets = {
  host: 'group_call_host',
  guest: 'group_call_participant',
  outside: 'group_call_participant',
};

/** Everybody comes by the same browser, and has proved nothing. */
export const BROWSER: LinkUse = { device: 'browser-of-everybody00', isProven: false };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A real store in a fresh folder, everything outside faked, and the clock at the instant Alice's standup was agreed on. */
export async function setStage() {
  const { store, close } = await openTemporaryStore();
  closing.push(close);
  const collections = await openCollections(store);
  const clock = fakeClock('2026-03-02T09:00:00Z');
  return {
    store,
    ...collections,
    agreedMeetings: makeAgreedMeetings({ ...collections, limits: LIMITS }),
    clock,
    log: fakeLog(),
    directory: fakeDirectory(),
    messenger: fakeMessenger(),
    roomService: fakeRooms(),
    links,
    recordingLinks,
    rules,
    lookUpDoor: makeLookUpDoor({ ...collections, rules, clock }),
    noteRoomTrouble: makeNoteRoomTrouble({ ...collections, clock, wake: () => {} }),
    reopenForHost: makeReopenForHost({ ...collections, rules, clock, wake: () => {} }),
    deviceWatch: makeDeviceWatch({ ...collections, policy: 'any', clock, wake: () => {} }),
    reminderMinutesOf: makeReminderMinutesOf(collections.settings),
    isHeld: async () => false,
    isInstalled: async () => true,
  };
}

/** Everything that brings something to one person, as the composition builds it. */
export function performersOf(stage: Stage) {
  const { clock, seats } = stage;
  const outside = {
    ...stage,
    cards: makeCards(stage),
    bringFile: makeBringFile({ ...stage, calendarChoiceOf: async () => 'file', fileFor: makeFileFor(links, clock) }),
    recordKnowledge: makeRecordKnowledge(seats),
    reachPerson: makeReachPerson(stage),
    takeOut: makeTakeOut(stage),
  };
  return {
    invitation: makeSendInvitation({ ...outside, bringCard: makeBringCard(outside) }),
    card: makeShowCard(outside),
    notice: makeTellChange(outside),
    retract: makeRetract(outside),
  };
}

/** The turns of a process that has the outside to itself. */
export function turnsOf({ deliveries, gates, clock }: Pick<Stage, 'deliveries' | 'gates' | 'clock'>): Turns {
  return makeTurns({ deliveries, gates, gatesOf: () => [], clock, lease, placesPerLane: 8, newClaim: () => 'claim' });
}

/** A claim that nobody disputes. */
export const mine: StillMine = async () => {};

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** The same with Alice's standup stored. */
export async function setStageWithMeeting(changes: Partial<Meeting> = {}) {
  const stage = await setStage();
  const meeting = aMeeting(changes);
  await stage.meetings.add(meeting);
  return { ...stage, meeting };
}

/** A delivery as the worker hands it to whoever performs it, at its first attempt. */
export function aDelivery(
  meeting: Meeting,
  kind: DeliveryKind,
  invitee: InviteeId | null,
  changes: Partial<Delivery> = {},
): Delivery {
  const what = {
    workspace: meeting.workspace,
    meeting: meeting.id,
    occurrence: ONLY_OCCURRENCE,
    kind,
    invitee,
    cause: 'card',
  };
  const fresh = { plannedAt: meeting.createdAt, attempts: 1, isAmbiguous: false, lostClaims: 0 };
  return { key: deliveryKey(what), ...what, ...fresh, ...changes };
}

/** Changes a stored meeting as a later version of the product would, behind everybody's back. */
export async function changeStored(store: DocumentStore, meeting: Meeting, change: object): Promise<void> {
  const documents = await store.collection<object>(MEETINGS);
  const found = await documents.get(meeting.id);
  if (!found) throw new Error('the meeting is not stored');
  await documents.replace(meeting.id, found.version, { ...found.value, ...change });
}
