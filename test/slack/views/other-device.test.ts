import { expect, test } from '@jest/globals';
import { linkName } from '../../../src/domain/link-name.ts';
import type { OtherDeviceMessage } from '../../../src/ports/messenger.ts';
import { REPLACE_LINK } from '../../../src/slack/views/actions.ts';
import { otherDevice, readLinkValue, replacedText } from '../../../src/slack/views/other-device.ts';
import { aGuest, ZOE } from '../../support/a-guest.ts';
import { ALICE, aMeeting, BOB, berlin, inviteeNamed, STANDUP } from '../../support/a-meeting.ts';

const bob = inviteeNamed(aMeeting(), BOB);

function told(changes: Partial<OtherDeviceMessage> = {}) {
  return otherDevice({
    kind: 'other-device',
    meeting: STANDUP,
    link: linkName(bob),
    title: 'Standup',
    who: null,
    other: { at: berlin('2026-03-03T09:05'), was: 'beside' },
    reader: { zone: 'America/New_York', locale: 'en-US' },
    ...changes,
  });
}

const when = 'on another device on Tue, March 3, 2026, 3:05 AM (America/New_York)';
const other = { at: berlin('2026-03-03T09:05') };

test.each<[Partial<OtherDeviceMessage>, string]>([
  [{}, `Your link for “Standup” was used ${when}. It was let in.`],
  [
    { other: { ...other, was: 'instead' } },
    `Your link for “Standup” was used ${when}. It was let in, and the device before was put out of the room.`,
  ],
  [{ other: { ...other, was: 'refused' } }, `Your link for “Standup” was used ${when}. It was not let in.`],
  [{ who: bob }, `The link of <@${BOB}> for “Standup” was used ${when}. It was let in.`],
  [
    { who: { user: null, email: ZOE, name: 'Zoë <Z>' } },
    `The link of Zoë &lt;Z&gt; for “Standup” was used ${when}. It was let in.`,
  ],
])('%j', (changes, text) => {
  expect(told(changes).text).toBe(text);
});

test.each([
  [null, 'Get a new link', 'get a new link'],
  [bob, 'Give them a new link', 'give them a new one'],
])('its button, which asks first, is about this link and does not hold it (%#)', (who, label, advice) => {
  const said = JSON.stringify(told({ who }).blocks);
  const [button] = told({ who }).blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

  expect(button).toMatchObject({ action_id: REPLACE_LINK, text: { text: label }, confirm: { style: 'danger' } });
  expect(readLinkValue((button as { value: string }).value)).toEqual({ meeting: STANDUP, invitee: bob.id, version: 1 });
  expect(said).toContain(advice);
  expect(said).not.toContain('/j/');
});

test.each(['', STANDUP, `${STANDUP} x`, `${STANDUP} ${bob.id}.0x`, `x ${bob.id}.1`, `${STANDUP} ${bob.id}.1 more`])(
  '%j is about no link',
  (value) => {
    expect(readLinkValue(value)).toBeNull();
  },
);

test.each([
  [bob, BOB, 'The old link does not work any more. Your new one stands on your card of the meeting.'],
  [bob, ALICE, `The old link does not work any more. <@${BOB}> gets a new one on their card.`],
  [aGuest(STANDUP), ALICE, `The old link does not work any more. ${ZOE} gets a new one by mail.`],
])('who replaced a link reads where the new one is (%#)', (owner, presser, text) => {
  expect(replacedText(owner, presser)).toBe(text);
});
