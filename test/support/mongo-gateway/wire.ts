import { mongo } from 'mongoose';

const { BSON } = mongo;

/** What a client asks, still in its bytes, since the database reads BSON by itself. */
export interface Request {
  readonly id: number;
  /** The first key of the body. */
  readonly command: string;
  readonly database: string;
  readonly body: Uint8Array;
  /** Documents that came beside the body, end to end, as insert, update and delete send them. */
  readonly sequence: Uint8Array | null;
  /** The old form, in which a driver says its very first hello. */
  readonly isLegacy: boolean;
}

/** Opcodes and layout: github.com/mongodb/specifications, message/OP_MSG.md; OP_QUERY in its legacy form. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;

/** Cuts whole messages off the front of what has come in; answers them and what is left. */
export function splitMessages(received: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let rest = received;
  while (rest.length >= HEADER_BYTES && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    messages.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return { messages, rest };
}

export function readRequest(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_QUERY) {
    const database = message.toString('utf8', 20, message.indexOf(0, 20)).split('.')[0] ?? '';
    const body = documentAt(message, message.indexOf(0, 20) + 9);
    return { id, command: commandOf(body), database, body, sequence: null, isLegacy: true };
  }
  if (opcode !== OP_MSG) throw new Error(`The gateway does not know the opcode ${opcode}.`);
  return { id, ...readSections(message), isLegacy: false };
}

/** The body is of kind 0, a sequence of documents of kind 1. */
function readSections(message: Buffer) {
  let body: Uint8Array = new Uint8Array();
  let sequence: Uint8Array | null = null;
  for (let at = HEADER_BYTES + 4; at < message.length; ) {
    const isBody = message[at] === 0;
    const end = at + 1 + message.readInt32LE(at + 1);
    if (isBody) body = documentAt(message, at + 1);
    else sequence = message.subarray(message.indexOf(0, at + 5) + 1, end);
    at = end;
  }
  const { $db } = BSON.deserialize(body) as { $db: string };
  return { command: commandOf(body), database: $db, body, sequence };
}

export function writeReply(request: Request, reply: Uint8Array): Buffer {
  // OP_REPLY: flags, cursor, offset and the number of documents. OP_MSG: flags and the kind of the only section.
  const prefix = Buffer.alloc(request.isLegacy ? 20 : 5);
  if (request.isLegacy) prefix.writeInt32LE(1, 16);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + prefix.length + reply.length, 0);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.isLegacy ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([header, prefix, reply]);
}

function documentAt(message: Buffer, at: number): Buffer {
  return message.subarray(at, at + message.readInt32LE(at));
}

/** A document begins with its length, the type of its first element and that element's name. */
function commandOf(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8', 5, body.indexOf(0, 5));
}
