import { describe, expect, test } from '@jest/globals';
import { type Card, cardOf, faceOf, isOnlyPresence } from '../../../src/domain/card.ts';
import { showingOf } from '../../../src/domain/card-occurrence.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { planContext } from '../../../src/domain/plan/context.ts';
import { plan } from '../../../src/domain/plan/plan.ts';
import type { Room } from '../../../src/domain/room.ts';
import type { Seat } from '../../../src/domain/seat.ts';
import { aCard } from '../../support/a-card.ts';
import { AGREED_AT, ALICE, aMeeting, BOB, berlin, CHEN, idOf, inviteeNamed } from '../../support/a-meeting.ts';
import { aRoom, aSeat, RULES } from '../../support/a-seat.ts';

const meeting = aMeeting();
const at = AGREED_AT;
const card = { channel: 'D1', ts: '1.000001' };
const answer = { is: 'ACCEPTED', at, startsAt: meeting.startsAt } as const;
const weekly = aMeeting({ series: { rule: { freq: 'WEEKLY', byday: ['TU'] }, changes: [] } });

/** Somebody whose card shows what it has to, or this. */
function shownTo(user: typeof BOB, face = faceOf(aCard(meeting, user)), changes: Partial<Seat> = {}): Seat {
  return aSeat(meeting, user, { card, shown: { face, count: 3, at }, ...changes });
}

function cardsFor(changed: Partial<Meeting>, seats: readonly Seat[], rooms: readonly Room[] = [], now = at) {
  const { deliveries } = plan(planContext({ meeting: { ...meeting, ...changed }, seats, rooms, now, rules: RULES }));
  return deliveries
    .filter(({ kind }) => kind === 'card')
    .map(({ invitee, cause, dueAt }) => ({ invitee, cause, dueAt }));
}

const bobsEdit = { invitee: idOf(meeting, BOB), cause: '3.now', dueAt: at };

test('a card that shows what is so is left alone, and one that was never sent too', () => {
  expect(cardsFor({}, [shownTo(ALICE), shownTo(BOB), aSeat(meeting, CHEN)])).toEqual([]);
});

test.each<[string, Partial<Meeting>]>([
  ['another title', { title: 'Retro' }],
  ['another start', { startsAt: meeting.startsAt.plus({ minutes: 5 }) }],
  ['another end', { endsAt: meeting.endsAt.plus({ minutes: 5 }) }],
  ['notes', { notes: 'Bring cake' }],
  ['the end of it', { status: 'cancelled' }],
  ['another list of people', { invitees: meeting.invitees.slice(0, 2) }],
  ['not being invited any more', { invitees: meeting.invitees.slice(0, 1), former: meeting.invitees.slice(1) }],
  ['another link', { invitees: meeting.invitees.map((one) => ({ ...one, linkVersion: 2 })) }],
  ['another role', { invitees: meeting.invitees.map((one) => ({ ...one, role: 'host' })) }],
])('%s calls for an edit under the number of the last one', (_, changed) => {
  expect(cardsFor(changed, [shownTo(BOB)])).toEqual([bobsEdit]);
});

test('what concerns calendars or the record alone calls for none', () => {
  const changed = { sequence: 4, changedAt: at.plus({ minutes: 1 }), startsAt: meeting.startsAt.toUTC() };

  expect(cardsFor(changed, [shownTo(BOB)])).toEqual([]);
});

test('an answer changes the own card and the organizer’s', () => {
  const seats = [shownTo(ALICE), shownTo(BOB, undefined, { answer }), shownTo(CHEN)];

  expect(cardsFor({}, seats).map(({ invitee }) => invitee)).toEqual([idOf(meeting, ALICE), idOf(meeting, BOB)]);
});

test('a draft, a meeting that was put away and one that was taken back call for no edit', () => {
  for (const status of ['draft', 'discarded', 'withdrawn'] as const) {
    expect(cardsFor({ status, title: 'Retro' }, [shownTo(BOB)])).toEqual([]);
  }
});

test('who is in the room alone waits until twenty seconds have passed', () => {
  const inside = { ...aCard(meeting, ALICE), inside: ['Bob'] };

  expect(cardsFor({}, [shownTo(ALICE, faceOf(inside))])).toEqual([
    { invitee: idOf(meeting, ALICE), cause: '3.soon', dueAt: at.plus({ seconds: 20 }) },
  ]);
});

test('a face tells who is in from everything else', () => {
  const shown: Card = aCard(meeting, ALICE);
  const faces = [shown, { ...shown, inside: ['Bob'] }, { ...shown, title: 'Retro', inside: ['Bob'] }].map(faceOf);
  const [one = '', other = '', third = ''] = faces;

  expect(new Set(faces).size).toBe(3);
  expect([isOnlyPresence(one, other), isOnlyPresence(other, third), isOnlyPresence(one, one)]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the run that is shown', () => {
  const closes = meeting.endsAt.plus(RULES.closesAfter);
  const second = berlin('2026-03-10T09:00');
  const ended = (occurrence: string) => aRoom(meeting, { occurrence, endedAt: meeting.startsAt.plus({ minutes: 5 }) });

  test.each([
    ['before the start', meeting, at, [], 'once', 'upcoming', meeting.startsAt],
    ['from the start on', meeting, meeting.startsAt, [], 'once', 'live', closes],
    ['until nobody may come in', meeting, closes.minus(1), [], 'once', 'live', closes],
    ['from then on', meeting, closes, [], 'once', 'over', null],
    ['when a host has ended it', meeting, meeting.endsAt, [ended('once')], 'once', 'over', null],
    ['when it is cancelled', { ...meeting, status: 'cancelled' as const }, closes, [], 'once', 'cancelled', null],
    ['of a series: before', weekly, at, [], '20260303T080000Z', 'upcoming', meeting.startsAt],
    ['of a series: after the first', weekly, closes, [], '20260310T080000Z', 'upcoming', second],
    [
      'of a series: a host has ended the first',
      weekly,
      meeting.endsAt,
      [ended('20260303T080000Z')],
      '20260310T080000Z',
      'upcoming',
      second,
    ],
  ] as const)('%s', (_, of, now, rooms, key, state, changesAt) => {
    const shown = showingOf(of, rooms, now, RULES);

    expect([shown.occurrence.key, shown.state, shown.changesAt?.toMillis()]).toEqual([
      key,
      state,
      changesAt?.toMillis(),
    ]);
  });

  test('is planned for when it changes by itself', () => {
    const next = (now: typeof at) => plan(planContext({ meeting, seats: [], rooms: [], now, rules: RULES })).nextAt;

    expect([at, meeting.startsAt, closes].map((now) => next(now)?.toMillis())).toEqual([
      meeting.startsAt.toMillis(),
      closes.toMillis(),
      undefined,
    ]);
  });
});

test('of 500 invitees a card names some and counts all', () => {
  const crowd = Array.from({ length: 500 }, (_, n) => ({ ...inviteeNamed(meeting, BOB), id: `i${n}`, user: `U${n}` }));
  const crowded = aMeeting({ invitees: [...meeting.invitees.slice(0, 1), ...(crowd as never[])] });
  const shown = cardOf(
    { meeting: crowded, ...showingOf(crowded, [], at, RULES), seats: [] },
    inviteeNamed(crowded, ALICE),
  );

  expect([shown.invited.count, shown.invited.first.length, shown.answers?.open.count]).toEqual([500, 15, 500]);
});
