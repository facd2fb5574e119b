import type { PersonalSettings } from '../../src/domain/personal-settings.ts';
import { ACME, ALICE, berlin } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

export const usual: PersonalSettings = {
  lengthMinutes: 30,
  reminderMinutes: 10,
  zone: null,
  agendaHour: 7,
  calendar: 'file',
};

/** The day before the standup, when Alice has asked for her agenda at seven. */
export async function setMorning() {
  const stage = await setOutgoingStage();
  await stage.quiet();
  await stage.saveSettings(ACME, ALICE, usual);
  await stage.quiet();
  const at = async (iso: string) => {
    stage.clock.set(berlin(iso));
    await stage.quiet();
  };
  return { ...stage, at };
}
