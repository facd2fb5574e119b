import { Duration, IANAZone } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { PersonalSettings } from '../domain/personal-settings.ts';
import type { Directory } from '../ports/directory.ts';
import type { Settings } from '../store/settings.ts';
import type { ProposeMeeting } from './propose-meeting.ts';

/** What holds for somebody: what they chose, else what the installation says. */
export type SettingsOf = (workspace: WorkspaceId, user: SlackUserId) => Promise<PersonalSettings>;

export function makeSettingsOf(settings: Pick<Settings, 'get'>, usual: PersonalSettings): SettingsOf {
  return async (workspace, user) => ({ ...usual, ...(await settings.get(workspace, user)) });
}

/** Only what differs from the installation's is kept, so that a change there reaches whoever never chose. */
export type SaveSettings = (workspace: WorkspaceId, user: SlackUserId, chosen: PersonalSettings) => Promise<void>;

export function makeSaveSettings(settings: Pick<Settings, 'put'>, usual: PersonalSettings): SaveSettings {
  return async (workspace, user, chosen) => {
    const differing = Object.entries(chosen).filter(([name, value]) => value !== usual[name as keyof PersonalSettings]);
    await settings.put(workspace, user, Object.fromEntries(differing) as Partial<PersonalSettings>);
  };
}

/** Proposes meetings in the organizer's usual length where none was said. */
export function withUsualLength(proposeMeeting: ProposeMeeting, settingsOf: SettingsOf): ProposeMeeting {
  return async (proposal) => {
    const { workspace, organizer, wishes } = proposal;
    if (wishes.length) return proposeMeeting(proposal);
    const { lengthMinutes } = await settingsOf(workspace, organizer.user);
    return proposeMeeting({
      ...proposal,
      wishes: { ...wishes, length: Duration.fromObject({ minutes: lengthMinutes }) },
    });
  };
}

/** People as the directory knows them, in the zone that they chose for themselves. */
export function inChosenZones<D extends Directory>(directory: D, settings: Pick<Settings, 'get'>): D {
  return {
    ...directory,
    async person(workspace, user) {
      const [person, { zone }] = await Promise.all([directory.person(workspace, user), settings.get(workspace, user)]);
      return person && zone && IANAZone.create(zone).isValid ? { ...person, zone } : person;
    },
  };
}
