import { createHash } from 'node:crypto';

declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Slack's enterprise id where the app is installed for a whole organization, else its team id. */
export type WorkspaceId = Id<'workspace'>;
/** `U…` or `W…`; unique within a workspace only. */
export type SlackUserId = Id<'slack-user'>;
export type MeetingId = Id<'meeting'>;
/** One person's place in one meeting; says nothing about who it is. */
export type InviteeId = Id<'invitee'>;

/**
 * The id of a meeting that one action of a person asks for, so that the same request delivered twice is one meeting.
 *
 * @param request what Slack never repeats for another action, such as a trigger id
 */
export function meetingIdFor(workspace: WorkspaceId, request: string): MeetingId {
  return digest(['meeting', workspace, request], 16) as MeetingId;
}

/** Under which the deliveries are kept that are for a person and of no meeting. */
export function personalIdFor(workspace: WorkspaceId, user: SlackUserId): MeetingId {
  return digest(['person', workspace, user], 16) as MeetingId;
}

/** @param contact the Slack user, mail address or channel that holds the place */
export function inviteeIdFor(meeting: MeetingId, contact: string): InviteeId {
  return digest(['invitee', meeting, contact], 9) as InviteeId;
}

function digest(parts: readonly string[], bytes: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, bytes).toString('base64url');
}
