import { randomUUID } from 'node:crypto';
import { Refusal, success } from './answers.ts';
import { paged } from './paging.ts';
import { issueToken } from './participant-token.ts';
import type { Call, Route } from './route.ts';
import type { Participant, Room } from './state.ts';
import { expectFields, expectOpaque, participantOf, presetNamed, requiredText, roomOf } from './strictness.ts';

const PARTICIPANTS = '/meetings/:room/participants';
const PARTICIPANT = `${PARTICIPANTS}/:participant`;
const EDITABLE = ['name', 'picture', 'preset_name'];

export const participantRoutes: readonly Route[] = [
  { operation: 'add-participant', method: 'POST', path: PARTICIPANTS, answer: addParticipant },
  {
    operation: 'list-participants',
    method: 'GET',
    path: PARTICIPANTS,
    answer: (call) => {
      expectFields(call.query, ['page_no', 'per_page'], `GET ${PARTICIPANTS}`);
      return paged([...roomOf(call).participants.values()].map(shown), call);
    },
  },
  {
    operation: 'get-participant',
    method: 'GET',
    path: PARTICIPANT,
    answer: (call) => success(shown(participantOf(call))),
  },
  {
    operation: 'update-participant',
    method: 'PATCH',
    path: PARTICIPANT,
    answer: (call) => {
      expectFields(call.body, EDITABLE, `PATCH ${PARTICIPANT}`);
      const participant = participantOf(call);
      if ('name' in call.body) participant.name = requiredText(call, 'name');
      if ('picture' in call.body) participant.picture = pictureIn(call);
      if ('preset_name' in call.body) participant.preset = presetNamed(call, requiredText(call, 'preset_name'));
      participant.updatedAt = new Date(call.now).toISOString();
      return success(shown(participant));
    },
  },
  {
    operation: 'delete-participant',
    method: 'DELETE',
    path: PARTICIPANT,
    answer: (call) => {
      const { id, personId, preset, createdAt, updatedAt } = participantOf(call);
      roomOf(call).participants.delete(id);
      const dates = { created_at: createdAt, updated_at: updatedAt };
      return success({ custom_participant_id: personId, preset_id: preset.id, ...dates });
    },
  },
  {
    operation: 'refresh-token',
    method: 'POST',
    path: `${PARTICIPANT}/token`,
    answer: (call) => success({ token: newToken(call, roomOf(call), participantOf(call)) }),
  },
];

function addParticipant(call: Call) {
  expectFields(call.body, [...EDITABLE, 'custom_participant_id'], `POST ${PARTICIPANTS}`);
  const room = roomOf(call);
  const personId = requiredText(call, 'custom_participant_id');
  expectOpaque(personId);
  // The services take a participant without a name, but the token they give then cannot connect.
  const name = requiredText(call, 'name');
  const preset = presetNamed(call, requiredText(call, 'preset_name'));
  if (room.status === 'INACTIVE') throw new Refusal(400, 'Meeting is inactive');
  const isThere = [...room.participants.values()].some((other) => other.personId === personId);
  if (isThere && call.rules.duplicate === 'reject') {
    throw new Refusal(call.rules.duplicateStatus, 'Participant already exists');
  }
  const at = new Date(call.now).toISOString();
  const picture = pictureIn(call);
  const participant: Participant = { id: randomUUID(), personId, name, picture, preset, createdAt: at, updatedAt: at };
  room.participants.set(participant.id, participant);
  return success({ ...shown(participant), token: newToken(call, room, participant) }, 201);
}

function newToken(call: Call, room: Room, participant: Participant): string {
  const issued = issueToken(call.rules.organizationId, room, participant, call.now);
  call.state.tokens.push(issued);
  return issued.token;
}

function pictureIn(call: Call): string | null {
  const picture = call.body['picture'] ?? null;
  if (picture === null) return null;
  if (typeof picture !== 'string' || !URL.canParse(picture)) throw new Refusal(422, '"picture" is not a URI');
  return picture;
}

function shown(participant: Participant) {
  return {
    id: participant.id,
    name: participant.name,
    picture: participant.picture,
    custom_participant_id: participant.personId,
    preset_name: participant.preset.name,
    created_at: participant.createdAt,
    updated_at: participant.updatedAt,
  };
}
