import type { Person } from '../simulator.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * A person as the Web API shows one: https://docs.slack.dev/reference/objects/user-object.
 *
 * @param atMs the simulated time, since the offset of a zone changes with the season
 */
export function userJson(workspace: Workspace, person: Person, atMs: number, includeLocale: boolean): object {
  const mayReadEmail = workspace.scopes.includes('users:read.email') && !person.isBot && !isExternal(person);
  const profile = {
    real_name: person.realName,
    display_name: person.name,
    team: workspace.id,
    ...(mayReadEmail ? { email: person.email } : {}),
  };
  const base = {
    id: person.id,
    team_id: person.homeTeam ?? workspace.id,
    name: person.name,
    deleted: person.deleted,
    profile,
  };
  if (person.deleted) return { ...base, is_bot: person.isBot, is_app_user: false };
  return {
    ...base,
    real_name: person.realName,
    ...zoneJson(person.tz, atMs),
    is_admin: person.isAdmin,
    is_owner: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: person.isUltraRestricted,
    is_stranger: person.isStranger,
    is_bot: person.isBot,
    is_app_user: false,
    updated: 0,
    ...(includeLocale && !isExternal(person) ? { locale: person.locale } : {}),
  };
}

/** Slack calls only those strangers who share no channel with the app. */
function isExternal({ isStranger, homeTeam }: Person): boolean {
  return isStranger || homeTeam !== null;
}

function zoneJson(zone: string, atMs: number): object {
  return zone === '' ? {} : { tz: zone, tz_label: zone, tz_offset: offsetSeconds(zone, atMs) };
}

function offsetSeconds(zone: string, atMs: number): number {
  const wall = new Date(atMs).toLocaleString('sv-SE', { timeZone: zone });
  return Math.round((Date.parse(`${wall.replace(' ', 'T')}Z`) - atMs) / 60_000) * 60;
}
