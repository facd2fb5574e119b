import type { Invitee } from '../domain/invitee.ts';
import { type Presets, presetFor } from '../domain/preset.ts';
import type { Participant, Seat } from '../domain/seat.ts';
import { shownName } from '../domain/shown-name.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Seats } from '../store/seats.ts';

/** A token for the person of this seat. @throws RoomServiceFault */
export type ParticipantToken = (roomId: string, invitee: Invitee, seat: Seat) => Promise<string>;

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

  return async (roomId, invitee, seat) => {
    const { role, linkVersion } = invitee;
    const known = seat.participant && (await upToDate(roomId, seat.participant, invitee));
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
      await roomService.removeParticipant(roomId, id);
      await roomService.kick(roomId, { participantId: id, personId: invitee.id });
      return null;
    }
    if (participant.role !== invitee.role) await changePreset(roomId, id, presetFor(invitee.role, presets));
    return participant;
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
    const { id: personId, role, email } = invitee;
    const name = shownName(invitee, seat.name);
    try {
      return await roomService.addParticipant(roomId, {
        name: email && guestsAreVerified ? `${name} (verified guest)` : name,
        personId,
        preset: presetFor(role, presets),
      });
    } catch (error) {
      if (!(error instanceof RoomServiceFault) || !(error.kind === 'conflict' || error.ambiguous)) throw error;
      const known = await roomService.findParticipant(roomId, personId);
      const token = known && (await refresh(roomId, known.participantId));
      if (!known || !token) throw error;
      return { participantId: known.participantId, token };
    }
  }
}
