import { Refusal, success, violation } from './answers.ts';
import type { Call, Route } from './route.ts';
import type { Room, Session } from './state.ts';
import { expectFields, roomOf } from './strictness.ts';

const SESSION = '/meetings/:room/active-session';

export const sessionRoutes: readonly Route[] = [
  {
    operation: 'get-session',
    method: 'GET',
    path: SESSION,
    answer: (call) => success(shown(roomOf(call), sessionOf(call), call)),
  },
  {
    operation: 'kick',
    method: 'POST',
    path: `${SESSION}/kick`,
    answer: (call) => {
      expectFields(call.body, ['participant_ids', 'custom_participant_ids'], `POST ${SESSION}/kick`);
      const room = roomOf(call);
      const session = sessionOf(call);
      const ids = [...textsIn(call, 'participant_ids'), ...textsIn(call, 'custom_participant_ids')];
      if (ids.length === 0) throw violation('"participant_ids" or "custom_participant_ids" is required');
      const kicked = [...room.participants.values()].filter(
        ({ id, personId }) => session.present.has(id) && (ids.includes(id) || ids.includes(personId)),
      );
      if (kicked.length === 0) throw new Refusal(404, 'No such participant in the active session');
      for (const { id } of kicked) leaveSession(room, id);
      return success({ action: 'kick', participants: kicked.map(({ id, name }) => ({ id, name })) });
    },
  },
  {
    operation: 'kick-all',
    method: 'POST',
    path: `${SESSION}/kick-all`,
    answer: (call) => {
      const count = sessionOf(call).present.size;
      roomOf(call).session = null;
      return success({ action: 'kick-all', kicked_participants_count: count });
    },
  },
];

/** The session ends when the last participant leaves. */
export function leaveSession(room: Room, participantId: string): void {
  room.session?.present.delete(participantId);
  if (room.session?.present.size === 0) room.session = null;
}

function sessionOf(call: Call): Session {
  const room = roomOf(call);
  if (room.session === null) throw new Refusal(404, `No active session found for meeting_id ${room.id}`);
  return room.session;
}

function textsIn(call: Call, field: string): string[] {
  const value = call.body[field] ?? [];
  if (!Array.isArray(value)) throw violation(`"${field}" is a list`);
  return value.map(String);
}

function shown(room: Room, session: Session, call: Call) {
  return {
    id: session.id,
    associated_id: room.id,
    meeting_display_name: room.title,
    type: 'meeting',
    status: 'LIVE',
    live_participants: session.present.size,
    max_concurrent_participants: session.mostPresent,
    minutes_consumed: 0,
    organization_id: call.rules.organizationId,
    started_at: session.startedAt,
    created_at: session.startedAt,
    updated_at: new Date(call.now).toISOString(),
  };
}
