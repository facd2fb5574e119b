import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Agenda, openAgenda } from '../../src/store/agenda.ts';
import { ACME, ALICE, aMeeting, anInvitee, BOB, CHEN, STANDUP, ZENITH } from '../support/a-meeting.ts';
import type { OpenedStore } from './tasks.ts';

/** Who has which meeting, on any store. */
export function describeStoredAgenda(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the agenda in ${name}`, () => {
    let opened: OpenedStore;
    let agenda: Agenda;
    const standup = aMeeting();

    beforeEach(async () => {
      opened = await open();
      agenda = await openAgenda(opened.store);
    });
    afterEach(() => opened.close());

    const of = (user: typeof ALICE, workspace = ACME) => agenda.meetingsOf(workspace, user, standup.startsAt);

    test('everybody who is invited has the meeting, in their workspace alone, until it is over', async () => {
      await agenda.follow(standup);
      await agenda.follow(standup);

      expect([await of(ALICE), await of(BOB), await of(BOB, ZENITH)]).toEqual([[STANDUP], [STANDUP], []]);
      expect(await agenda.meetingsOf(ACME, BOB, standup.endsAt.plus({ seconds: 1 }))).toEqual([]);
    });

    test('follows who comes and goes, another end, and a cancellation', async () => {
      await agenda.follow(standup);
      const later = standup.endsAt.plus({ days: 7 });
      await agenda.follow(aMeeting({ invitees: [anInvitee(STANDUP, ALICE), anInvitee(STANDUP, CHEN)], endsAt: later }));

      expect([await of(BOB), await agenda.meetingsOf(ACME, CHEN, later)]).toEqual([[], [STANDUP]]);

      await agenda.follow(aMeeting({ status: 'cancelled' }));
      expect([await of(ALICE), await of(CHEN)]).toEqual([[], []]);
    });

    test('a series without an end is never over', async () => {
      await agenda.follow(aMeeting({ series: { rule: { freq: 'DAILY' }, changes: [] } }));

      expect(await agenda.meetingsOf(ACME, BOB, standup.endsAt.plus({ years: 50 }))).toEqual([STANDUP]);
    });

    test('forgets a meeting, and a person', async () => {
      await agenda.follow(standup);
      await agenda.removeOfPerson(ACME, BOB);
      expect([await of(ALICE), await of(BOB)]).toEqual([[STANDUP], []]);

      await agenda.removeOf(STANDUP);
      expect(await of(ALICE)).toEqual([]);
    });
  });
}
