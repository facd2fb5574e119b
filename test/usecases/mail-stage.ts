import ICAL from 'ical.js';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { CalendarChoiceOf } from '../../src/usecases/calendar-choice-of.ts';
import { SmallCalendar } from '../calendar/small-calendar.ts';
import { aGuest } from '../support/a-guest.ts';
import { ALICE, anInvitee, STANDUP } from '../support/a-meeting.ts';
import { fakeMailer } from '../support/fake-mailer.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const zoe = aGuest(STANDUP);

/** Alice's standup with Zoë, who is invited by mail, and what her calendar makes of it. */
export async function setMailStage(changes: Partial<Meeting> = {}, choice?: CalendarChoiceOf) {
  const mailer = fakeMailer();
  const invitees = [anInvitee(STANDUP, ALICE, { name: 'Alice', role: 'host' }), zoe];
  const stage = await setOutgoingStage({ invitees, ...changes }, { mailer, calendarChoiceOf: choice });
  /** What the mails say about the calendar: method, sequence and occurrence. */
  const calendars = () =>
    mailer.sent.map(({ calendar }) => {
      const object = ICAL.Component.fromString(calendar?.content ?? '');
      const event = object.getFirstSubcomponent('vevent');
      const what = [calendar?.method, Number(event?.getFirstPropertyValue('sequence'))];
      return event?.hasProperty('recurrence-id') ? [...what, 'one'] : what;
    });
  const shown = () => {
    const calendar = new SmallCalendar();
    return mailer.sent.map((mail) => calendar.take(mail.calendar ?? { content: '' }).shown());
  };
  const later = async (how: Parameters<typeof stage.change>[0]) => {
    stage.clock.advance({ minutes: 1 });
    await stage.change(how);
  };
  return { ...stage, mailer, calendars, shown, later, subjects: () => mailer.sent.map(({ subject }) => subject) };
}
