import { type FoundParticipant, type RoomService, RoomServiceFault } from '../../ports/rooms.ts';
import { idOf, inPath, textOf, toleratingAbsence } from './answered.ts';
import type { Ask } from './ask.ts';
import { type Attempt, type Begin, listing } from './attempt.ts';
import { faultOfNonsense } from './faults.ts';
import { fieldsOf } from './fields.ts';

export type ParticipantCalls = Pick<
  RoomService,
  'addParticipant' | 'findParticipant' | 'refreshToken' | 'changePreset' | 'removeParticipant'
>;

export function participantCalls(begin: Begin): ParticipantCalls {
  return {
    async addParticipant(roomId, { name, personId, preset }) {
      if (name.trim() === '') throw new RoomServiceFault('refused', 'A participant without a name could not connect');
      const body = { name, preset_name: preset, custom_participant_id: personId };
      const path = participants(roomId);
      const ask: Ask = { what: 'adding a participant', method: 'POST', path, body, repeatable: false };
      const attempt = begin();
      try {
        const { data } = await attempt.send(ask);
        return { participantId: idOf(data, ask), token: tokenIn(data, ask) };
      } catch (fault) {
        // No status is documented for a person who is there already, so a refusal is settled by looking.
        const isRefusal = fault instanceof RoomServiceFault && fault.kind === 'refused';
        if (!isRefusal || (await findAmong(attempt, roomId, personId)) === null) throw fault;
        throw new RoomServiceFault('conflict', `${fault.message}: the person is there already`, { cause: fault });
      }
    },

    findParticipant: (roomId, personId) => findAmong(begin(), roomId, personId),

    async refreshToken(roomId, participantId) {
      const path = [...participants(roomId, participantId), 'token'];
      const ask: Ask = { what: 'refreshing a token', method: 'POST', path, repeatable: true };
      const { data } = await begin().send(ask);
      return { token: tokenIn(data, ask) };
    },

    async changePreset(roomId, participantId, preset) {
      const path = participants(roomId, participantId);
      const body = { preset_name: preset };
      await begin().send({ what: 'changing a preset', method: 'PATCH', path, body, repeatable: true });
    },

    async removeParticipant(roomId, participantId) {
      const path = participants(roomId, participantId);
      await toleratingAbsence(
        begin().send({ what: 'removing a participant', method: 'DELETE', path, repeatable: true }),
      );
    },
  };
}

async function findAmong(attempt: Attempt, roomId: string, personId: string): Promise<FoundParticipant | null> {
  const list = listing('listing participants', participants(roomId));
  for await (const participant of attempt.rows(list)) {
    if (participant['custom_participant_id'] !== personId) continue;
    return { participantId: idOf(participant, list), preset: textOf(participant['preset_name']) };
  }
  return null;
}

function participants(roomId: string, participantId?: string): string[] {
  const one = participantId === undefined ? [] : [inPath(participantId)];
  return ['meetings', inPath(roomId), 'participants', ...one];
}

function tokenIn(data: unknown, ask: Ask): string {
  const token = textOf(fieldsOf(data)['token']);
  if (token === null) throw faultOfNonsense(ask, 'a token');
  return token;
}
