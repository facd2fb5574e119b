import { expect, test } from '@jest/globals';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { changeAccess } from '../../src/domain/changes/edit.ts';
import { changeRole, takeOff } from '../../src/domain/changes/people.ts';
import { ALICE, BOB, CHEN, idOf } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

/** A public standup, on whose cards Alice, Bob and Chen may find the link for everybody. */
async function setPublic() {
  const stage = await setOutgoingStage({ access: 'public' });
  const { meeting, clock, quiet, change, cardsOf, links } = stage;
  await quiet();
  const changed = async (how: Parameters<typeof change>[0]) => {
    await change(how);
    await quiet();
  };
  return {
    ...stage,
    changed,
    url: links.publicUrlFor(meeting),
    onCards: () => [ALICE, BOB, CHEN].map((user) => cardsOf(user).map(({ publicUrl }) => publicUrl)),
    makeBobHost: () => changed((one) => changeRole(one, idOf(one, BOB), 'host', clock.now())),
  };
}

test('the link for everybody stands on the cards of who is in charge, and on no other', async () => {
  const { onCards, makeBobHost, url } = await setPublic();
  const before = onCards();
  await makeBobHost();

  expect([before, onCards()]).toEqual([
    [[url], [null], [null]],
    [[url], [url], [null]],
  ]);
});

test('it goes where the meeting is for those invited alone, and comes back with the access', async () => {
  const { onCards, changed, clock, url } = await setPublic();
  await changed((one) => changeAccess(one, 'invited', null, clock.now()));
  const closed = onCards();
  await changed((one) => changeAccess(one, 'public', null, clock.now()));

  expect([closed.flat(), onCards()]).toEqual([
    [null, null, null],
    [[url], [null], [null]],
  ]);
});

test('it goes with the end, with a cancellation and from the card of a host who was taken off', async () => {
  const { onCards, makeBobHost, changed, clock, meeting, quiet } = await setPublic();
  await makeBobHost();
  await changed((one) => takeOff(one, idOf(one, BOB), clock.now()));
  const takenOff = onCards()[1];
  clock.set(meeting.endsAt.plus({ minutes: 15 }));
  await quiet();
  const over = onCards().flat();

  const other = await setPublic();
  await other.changed((one) => cancelMeeting(one, null, other.clock.now()));

  expect([takenOff, over, other.onCards().flat()]).toEqual([[null], [null, null, null], [null, null, null]]);
});
