/** The kinds of frames that are spoken here (RFC 6455, 5.2). */
export const OPCODE = { continuation: 0x0, text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

export interface Frame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
}

/** A frame as a server sends it: whole and unmasked. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  const isShort = payload.length < 0x1_0000;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head.set([first, isShort ? 126 : 127]);
  if (isShort) head.writeUInt16BE(payload.length, 2);
  else head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}

/** The first whole frame of what a client sent, and what comes after it; null while it is not all there. */
export function decodeFrame(bytes: Buffer): { readonly frame: Frame; readonly rest: Buffer } | null {
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
  const maskAt = 2 + lengthBytes;
  const payloadAt = maskAt + 4;
  if (bytes.length < payloadAt) return null;
  const length =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = payloadAt + length;
  if (bytes.length < end) return null;
  // A client masks everything it sends.
  const mask = bytes.subarray(maskAt, payloadAt);
  const payload = Buffer.from(bytes.subarray(payloadAt, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { frame: { opcode: first & 0x0f, isLast: (first & 0x80) !== 0, payload }, rest: bytes.subarray(end) };
}
