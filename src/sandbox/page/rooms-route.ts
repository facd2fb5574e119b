import type { RequestHandler } from 'express';
import type { RoomsSimulator } from '../rooms-simulator/simulator.ts';
import { sendProblem } from './problems.ts';

/** What the simulated video service is told of its rooms. */
export type ToldRooms = Pick<
  RoomsSimulator,
  'join' | 'leave' | 'tokens' | 'participants' | 'startRecording' | 'finishRecording'
>;

/** `POST /sandbox/rooms`: what happens in the demonstration of a call happens in the simulated video service. */
export function roomsRoute(rooms: ToldRooms): RequestHandler {
  const recordings = new Map<string, string>();

  return (req, res) => {
    const { token, is } = (req.body ?? {}) as { token?: unknown; is?: unknown };
    const roomId = rooms.tokens().find((each) => each.token === token)?.roomId;
    if (typeof token !== 'string' || roomId === undefined) return sendProblem(res, 'bad_request');
    switch (is) {
      case 'in':
        if (rooms.join(token) !== 'joined') return sendProblem(res, 'bad_request');
        break;
      case 'out':
        rooms.leave(token);
        if (rooms.participants(roomId).every(({ isPresent }) => !isPresent)) stop(roomId);
        break;
      case 'record': {
        const recording = rooms.startRecording(roomId);
        if (recording) recordings.set(roomId, recording);
        break;
      }
      case 'stop':
        stop(roomId);
        break;
      default:
        return sendProblem(res, 'bad_request');
    }
    res.sendStatus(204);
  };

  function stop(roomId: string): void {
    const recording = recordings.get(roomId);
    if (recording) rooms.finishRecording(recording);
    recordings.delete(roomId);
  }
}
