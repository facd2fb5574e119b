import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { InviteeId, MeetingId } from '../../src/domain/ids.ts';
import { ok, refuse } from '../../src/domain/result.ts';
import type { DoorIdentity } from '../../src/door/identity/identity.ts';
import { seriousFaults } from '../support/axe.ts';
import { hasChromium } from '../support/chromium.ts';
import { type FakeDoor, GENUINE, makeFakeDoor } from './fake-door.ts';
import { type Lobby, openLobby, type Visit } from './visit.ts';

const LINK = { meeting: 'meeting' as MeetingId, invitee: 'zoe' as InviteeId, version: 1 };

const withCodes: DoorIdentity = {
  proofNeeded: async () => ({ kind: 'code', link: LINK, sentTo: 'z•••@example.com' }),
  slack: null,
  guests: {
    issue: async () => ok({ sentTo: 'z•••@example.com', validMinutes: 10 }),
    prove: async (_link, code) => (code === '042817' ? ok(LINK) : refuse({ kind: 'wrong-code', triesLeft: 4 })),
  },
  sessionKeys: [Buffer.alloc(32, 3)],
};

const describeInBrowser = hasChromium('a guest at the door') ? describe : describe.skip;

describeInBrowser('a guest at the door', () => {
  let lobby: Lobby;
  let door: FakeDoor;
  let visit: Visit;

  beforeAll(async () => {
    lobby = await openLobby();
  });
  afterAll(() => lobby?.close());
  beforeEach(() => {
    door = makeFakeDoor();
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  test('who followed “Maybe” in a mail answers by a press, and may change it', async () => {
    visit = await lobby.visit(door);
    const { page, origin } = visit;
    await page.goto(`${origin}/j/${GENUINE}#maybe`);
    await page.getByText('Press “Maybe” to send your answer.').waitFor();
    const maybe = page.getByRole('button', { name: 'Maybe' });
    expect(await page.evaluate('document.activeElement.dataset.answer')).toBe('TENTATIVE');
    expect(door.answered).toEqual([]);

    await page.keyboard.press('Enter');
    await page.getByText('You said that you may be coming.').waitFor();
    expect(await maybe.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('You said that you are not coming.').waitFor();

    expect(door.answered).toEqual(['TENTATIVE', 'DECLINED']);
    await page.reload();
    await page.getByText('You said that you are not coming.').waitFor();
  });

  test('an answer to a time that was moved meanwhile says so', async () => {
    visit = await lobby.visit(door);
    const { page } = visit;
    door.answer = async () => refuse({ kind: 'moved', startsAt: null });
    await visit.load();
    await page.getByRole('button', { name: 'Yes' }).click();

    await page.getByText('The meeting was moved meanwhile').waitFor();
  });

  test('who is asked for the code gives it and comes in', async () => {
    visit = await lobby.visit(door, {}, withCodes);
    const { page } = visit;
    await visit.load();
    expect(await page.getByRole('button', { name: 'Join the meeting' }).isVisible()).toBe(false);

    await page.getByRole('button', { name: 'Send me the code' }).click();
    await page.getByText('Sent to z•••@example.com').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('The code from the e-mail').fill('000000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('You can try 4 more times').waitFor();
    await page.getByLabel('The code from the e-mail').fill('042817');
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('button', { name: 'Join the meeting' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Bob Brown' }).waitFor();
    expect(door.pressed).toEqual([GENUINE]);
  });

  test('what other calendars are told is title and time alone', async () => {
    visit = await lobby.visit(door);
    const { page } = visit;
    await visit.load();
    const links = await page
      .locator('.calendar .web a')
      .evaluateAll((all: { href: string; rel: string }[]) => all.map(({ href, rel }) => [href, rel]));

    expect(links).toEqual([
      [
        'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Standup&dates=20261125T080000Z%2F20261125T083000Z',
        'noreferrer noopener',
      ],
      [
        'https://outlook.office.com/calendar/action/compose?rru=addevent&subject=Standup&startdt=2026-11-25T08%3A00%3A00Z&enddt=2026-11-25T08%3A30%3A00Z',
        'noreferrer noopener',
      ],
    ]);
  });
});
