/**
 * Why a room could not be opened:
 * - `token-refused`: another token may do
 * - `unreachable`: the network, or something in it that forbids calls
 * - `not-loaded`: a file of its software cannot be fetched; a page asks for such a file only once
 * - `old-browser`: it cannot make calls
 * - `unexpected`: anything else
 */
export type RoomFault = 'token-refused' | 'unreachable' | 'not-loaded' | 'old-browser' | 'unexpected';

/**
 * How a room ended: by the person's own wish, for everybody, by a host, at a waiting room, by a lost connection,
 * because the call could not be entered although the room was open, or because its screen could not be shown.
 */
export type RoomEnding = 'left' | 'ended' | 'removed' | 'rejected' | 'lost' | 'not-connected' | 'not-shown';
