import type { RoomEnding, RoomFault } from './room-outcome.ts';

/** What stands on the card when the room could not be opened: what it is, and what to do. */
export function faultWords(fault: RoomFault): string {
  switch (fault) {
    case 'token-refused':
      return 'The video service does not accept your place in this call, and a new one did not help. Please try again in a minute; if this keeps happening, tell the organizer.';
    case 'unreachable':
      return 'The video service cannot be reached from here. Check your network, and whether a firewall or VPN forbids video calls, then try again.';
    case 'not-loaded':
      return NOT_SHOWN;
    case 'old-browser':
      return 'This browser cannot make video calls. Please open the link in a current Chrome, Edge, Firefox or Safari.';
    case 'unexpected':
      return 'The room could not be opened. Please try again; if this keeps happening, use another browser.';
  }
}

/** What stands on the card when somebody comes back to it. */
export function endingWords(ending: RoomEnding): string {
  switch (ending) {
    case 'left':
      return 'You left the room.';
    case 'ended':
      return 'The host ended the call for everybody.';
    case 'removed':
      return 'You were taken out of the call: by a host, or because your link was used on another device.';
    case 'rejected':
      return 'A host did not let you into the call.';
    case 'lost':
      return 'The connection to the call was lost. Check your network, then join again.';
    case 'not-connected':
      return 'The call could not be reached. Please join again; if this keeps happening, a firewall or VPN may forbid video calls.';
    case 'not-shown':
      return NOT_SHOWN;
  }
}

const NOT_SHOWN =
  'The call could not be shown: a part of its software did not arrive. Check your network, then load the page again.';
