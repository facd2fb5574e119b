import { mongo } from 'mongoose';
import { Duplicate, StoreUnavailable, StoreUnusable } from '../../ports/documents.ts';

/** Error codes of the server (github.com/mongodb/mongo, src/mongo/base/error_codes.yml). */
const DUPLICATE_KEY = new Set([11_000, 11_001, 12_582]);
/** Unauthorized, AuthenticationFailed, and what Atlas says of both. */
const REFUSED = new Set([13, 18, 8000]);
const OUT_OF_DISK_SPACE = 14_031;
const PASSING = new Set([
  ...[6, 7, 89, 202, 9001], // a host or the network between the members is gone
  ...[91, 11_600, 11_602], // shutting down, or interrupted by it
  ...[189, 10_107, 13_435, 13_436], // not the primary, or no longer
  ...[24, 50, 112, 133, 134, 262], // a lock, a time limit or a conflict that may be gone next time
  ...[64, 79, 100], // the majority did not confirm in time, or is not there
]);

/** Names of the driver's and mongoose's own errors when they cannot reach a server, or were told to stop. */
const UNREACHED = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoWaitQueueTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoServerClosedError',
  'MongoClientClosedError',
  'MongoPoolClosedError',
  'MongoExpiredSessionError',
]);

/** Errors of Node's sockets, which the driver passes on where it writes to a connection that has just been cut. */
const CUT_SOCKET = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED']);

/** Errors of the name look-up that `mongodb+srv://` begins with (nodejs.org/api/dns.html). */
const NAME_LOOKUP = new Set(['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED', 'ETIMEOUT', 'ECONNREFUSED', 'EAI_AGAIN']);

const UNREADABLE_ADDRESS = new Set(['MongoParseError', 'MongoInvalidArgumentError', 'MongoMissingCredentialsError']);

/** The port's error for an error of MongoDB, told in words for the operator; any other is a bug and stays itself. */
export function asStoreError(error: unknown): unknown {
  if (isDuplicate(error))
    return new Duplicate('The id or a value of a unique index is already there.', { cause: error });
  const code = serverCodeOf(error);
  if (code !== null && REFUSED.has(code)) {
    return new StoreUnusable('MongoDB refuses the user of DATABASE_URL: check its name, its password and its rights.', {
      cause: error,
    });
  }
  if (code === OUT_OF_DISK_SPACE)
    return new StoreUnavailable('The disk of MongoDB is full: free some space.', { cause: error });
  if (isAnswerLost(error) || isUnreached(error) || (code !== null && PASSING.has(code))) {
    return new StoreUnavailable('MongoDB does not answer: check that it runs and can be reached from here.', {
      cause: error,
    });
  }
  return error;
}

/** For what goes wrong while connecting for the first time: the address itself may be at fault too. */
export function asConnectError(error: unknown): unknown {
  const { name, code } = error as { name?: string; code?: unknown };
  if (name !== undefined && UNREADABLE_ADDRESS.has(name)) {
    return new StoreUnusable('DATABASE_URL is no address that MongoDB understands: check its options.', {
      cause: error,
    });
  }
  if (typeof code === 'string' && NAME_LOOKUP.has(code)) {
    return new StoreUnavailable('The host of DATABASE_URL is not found: check its name and the DNS.', { cause: error });
  }
  return asStoreError(error);
}

export function isDuplicate(error: unknown): boolean {
  const code = serverCodeOf(error);
  return code !== null && DUPLICATE_KEY.has(code);
}

/** The server may have carried out what it was asked: it was cut off before it answered, or did not confirm it in full. */
export function isAnswerLost(error: unknown): boolean {
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoWriteConcernError ||
    error instanceof mongo.MongoOperationTimeoutError ||
    CUT_SOCKET.has(String((error as { code?: unknown } | null)?.code))
  );
}

function isUnreached(error: unknown): boolean {
  return error instanceof Error && UNREACHED.has(error.name);
}

function serverCodeOf(error: unknown): number | null {
  return error instanceof mongo.MongoServerError && typeof error.code === 'number' ? error.code : null;
}
