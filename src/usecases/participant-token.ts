import type { Invitee } from '../domain/invitee.ts';
import { type Presets, presetFor } from '../domain/preset.ts';
import type { Participant, Seat } from '../domain/seat.ts';
import { shownName } from '../domain/shown-name.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Seats } from '../store/seats.ts';

/**
 * A token for the person of this seat.
 *
 * @param alone whether whoever else is in the room as this person has to be out of it, and every older token worthless
 * @throws RoomServiceFault
 */
export type ParticipantToken = (roomId: string, invitee: Invitee, seat: Seat, alone?: boolean) => Promise<string>;

/**
 * One participant per seat, however often its person presses Join: the one we know gets a new token, else one is
 * added, else the one that the service knows already is looked up.
 */
export function makeParticipantToken(deps: {
  readonly seats: Seats;
  readonly roomService: RoomService;
  readonly presets: Presets;
  /** Guests by mail have given the code that was mailed to them, and the others see that. */
  readonly guestsAreVerified?: boolean;
}): ParticipantToken {
  const { seats, roomService, presets, guestsAreVerified = false } = deps;

  return async (roomId, invitee, seat, alone = false) => {
    const { role, linkVersion } = invitee;
    if (alone) await putOutAnyOther(roomId, invitee, seat);
    const known = alone ? null : seat.participant && (await upToDate(roomId, seat.participant, invitee));
    const refreshed = known && (await refresh(roomId, known.id));
    const { participantId: id, token } = refreshed
      ? { participantId: known.id, token: refreshed }
      : await add(roomId, invitee, seat);
    const participant: Participant = { id, role, linkVersion };
    await seats.change(seat.meeting, seat.occurrence, seat.invitee, () => ({ participant }));
    return token;
  };

  /** Null where whoever came by an older link may be this participant: then they are nobody in the room any more. */
  async function upToDate(roomId: string, participant: Participant, invitee: Invitee): Promise<Participant | null> {
    const { id } = participant;
    if (participant.linkVersion !== invitee.linkVersion) {
      await putOut(roomId, invitee, id);
      return null;
    }
    if (participant.role !== invitee.role) await changePreset(roomId, id, presetFor(invitee, presets));
    return participant;
  }

  async function putOutAnyOther(roomId: string, invitee: Invitee, { meeting, occurrence }: Seat): Promise<void> {
    // Read anew, since another process may have let them in just now; at the service, in case the record was lost.
    const { participant } = await seats.get(meeting, occurrence, invitee.id);
    const id = participant?.id ?? (await roomService.findParticipant(roomId, invitee.id))?.participantId;
    if (id !== undefined) await putOut(roomId, invitee, id);
  }

  /** Their tokens die first, so that they cannot come back by one. */
  async function putOut(roomId: string, { id: personId }: Invitee, participantId: string): Promise<void> {
    await roomService.removeParticipant(roomId, participantId);
    await roomService.kick(roomId, { participantId, personId });
  }

  async function changePreset(roomId: string, participantId: string, preset: string): Promise<void> {
    try {
      await roomService.changePreset(roomId, participantId, preset);
    } catch (error) {
      // Then the token will not be had either, and they are added anew.
      if (!(error instanceof RoomServiceFault) || error.kind !== 'not-found') throw error;
    }
  }

  /** Null when the participant is gone at the service, for which it does not promise a status. */
  async function refresh(roomId: string, participantId: string): Promise<string | null> {
    try {
      return (await roomService.refreshToken(roomId, participantId)).token;
    } catch (error) {
      if (error instanceof RoomServiceFault && (error.kind === 'not-found' || error.kind === 'refused')) return null;
      throw error;
    }
  }

  async function add(roomId: string, invitee: Invitee, seat: Seat) {
    const { id: personId, email } = invitee;
    const preset = presetFor(invitee, presets);
    const name = shownName(invitee, seat.name);
    try {
      return await roomService.addParticipant(roomId, {
        name: email && guestsAreVerified ? `${name} (verified guest)` : name,
        personId,
        preset,
      });
    } catch (error) {
      if (!(error instanceof RoomServiceFault) || !(error.kind === 'conflict' || error.ambiguous)) throw error;
      const known = await roomService.findParticipant(roomId, personId);
      // They may have been added in another role.
      if (known && known.preset !== preset) await changePreset(roomId, known.participantId, preset);
      const token = known && (await refresh(roomId, known.participantId));
      if (!known || !token) throw error;
      return { participantId: known.participantId, token };
    }
  }
}
