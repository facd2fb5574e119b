import type { RoomEnding, RoomFault } from './room-outcome.ts';

/** What a code of RealtimeKit's `ClientError` means, when it was thrown while a room was opened. */
export function faultOf(code: unknown): RoomFault {
  switch (code) {
    case '0004':
      return 'token-refused';
    case '0001':
    case '0011':
    case '0012':
    case '0014':
      return 'unreachable';
    case '0010':
      return 'old-browser';
    default:
      return 'unexpected';
  }
}

/** Whether a code says that the press on the device check's Join led nowhere. */
export function isFailedJoin(code: unknown): boolean {
  return code === '0002' || code === '0014';
}

/**
 * What a state of RealtimeKit's `roomLeft` means; null while it is not over: `disconnected` is said at every gap in the
 * connection, which the SDK then mends or reports as `failed`.
 */
export function endingOf(state: string): RoomEnding | null {
  switch (state) {
    case 'disconnected':
    case 'connected-meeting':
    case 'stageLeft':
      return null;
    case 'left':
    case 'ended':
    case 'rejected':
      return state;
    case 'kicked':
      return 'removed';
    default:
      return 'lost';
  }
}
