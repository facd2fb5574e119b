import { Refusal, violation } from './answers.ts';
import type { Call } from './route.ts';
import type { Participant, Preset, Room } from './state.ts';

/** Refuses fields that the documentation of this dialect does not have. */
export function expectFields(given: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  const unknown = Object.keys(given).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw violation(`${where}: unknown ${unknown.join(', ')}`);
}

export function requiredText(call: Call, field: string): string {
  const value = call.body[field];
  if (typeof value !== 'string' || value.trim() === '') throw violation(`"${field}" is required`, 422);
  return value;
}

/** Cloudflare forbids personal data here: https://developers.cloudflare.com/realtime/realtimekit/concepts/participant/ */
export function expectOpaque(personId: string): void {
  const isPersonal = personId.includes('@') || /^[UW][A-Z0-9]{6,}$/.test(personId) || /^\+[\d ()-]{6,}$/.test(personId);
  if (isPersonal) throw violation('"custom_participant_id" is personal', 422);
}

export function roomOf(call: Call): Room {
  const room = call.state.rooms.get(call.params['room'] ?? '');
  if (room === undefined) throw new Refusal(404, 'Meeting not found');
  return room;
}

export function participantOf(call: Call): Participant {
  const participant = roomOf(call).participants.get(call.params['participant'] ?? '');
  if (participant === undefined) throw new Refusal(404, 'Participant not found');
  return participant;
}

export function presetNamed(call: Call, name: string): Preset {
  const preset = call.state.presets.find((each) => each.name === name);
  if (preset === undefined) throw new Refusal(422, 'Preset not found');
  return preset;
}
