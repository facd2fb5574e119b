import { Refusal, success, violation } from './answers.ts';
import { presentIn } from './happenings.ts';
import type { Call, Route } from './route.ts';
import { shownSession } from './session-routes.ts';
import type { Session } from './state.ts';
import { expectFields, roomOf } from './strictness.ts';

const SESSION = '/meetings/:room/active-session';

export const activeSessionRoutes: readonly Route[] = [
  {
    operation: 'get-session',
    method: 'GET',
    path: SESSION,
    answer: (call) => success(shownSession(sessionOf(call), call)),
  },
  {
    operation: 'kick',
    method: 'POST',
    path: `${SESSION}/kick`,
    answer: (call) => {
      expectFields(call.body, ['participant_ids', 'custom_participant_ids'], `POST ${SESSION}/kick`);
      const lists = [textsIn(call, 'participant_ids'), textsIn(call, 'custom_participant_ids')];
      // RealtimeKit's own client cannot send one without the other.
      const isEnough = call.dialect === 'dyte' ? lists.some((ids) => ids?.length) : lists.every((ids) => ids?.length);
      if (!isEnough) throw violation('"participant_ids" and "custom_participant_ids" are required');
      const ids = lists.flatMap((list) => list ?? []);
      const present = presentIn(sessionOf(call)).map(({ participantId }) => participantId);
      const kicked = [...roomOf(call).participants.values()].filter(
        ({ id, personId }) => present.includes(id) && (ids.includes(id) || ids.includes(personId)),
      );
      if (kicked.length === 0) throw new Refusal(404, 'No such participant in the active session');
      call.happenings.putOut(
        roomOf(call),
        kicked.map(({ id }) => id),
      );
      return success({ action: 'kick', participants: kicked.map(({ id, name }) => ({ id, name })) });
    },
  },
  {
    operation: 'kick-all',
    method: 'POST',
    path: `${SESSION}/kick-all`,
    answer: (call) => {
      expectFields(call.body, [], `POST ${SESSION}/kick-all`);
      const session = sessionOf(call);
      const count = new Set(presentIn(session).map(({ participantId }) => participantId)).size;
      call.happenings.end(session);
      return success({ action: 'kick-all', kicked_participants_count: count });
    },
  },
];

function sessionOf(call: Call): Session {
  const room = roomOf(call);
  if (room.session === null) throw new Refusal(404, `No active session found for meeting_id ${room.id}`);
  return room.session;
}

function textsIn(call: Call, field: string): string[] | null {
  const value = call.body[field] ?? null;
  if (value !== null && !Array.isArray(value)) throw violation(`"${field}" is a list`);
  return value?.map(String) ?? null;
}
