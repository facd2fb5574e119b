import { expect, test } from '@jest/globals';
import mongoose, { mongo } from 'mongoose';
import { asConnectError, asStoreError, isAnswerLost } from '../../../src/adapters/mongo/failures.ts';
import { Duplicate, StoreUnavailable, StoreUnusable } from '../../../src/ports/documents.ts';

const serverError = (code: number) => new mongo.MongoServerError({ message: 'in words that may change', code });
/** As the driver's pool throws them, whose classes it keeps to itself. */
const named = (name: string) => Object.defineProperty(new Error('in words that may change'), 'name', { value: name });

test.each<[string, unknown, abstract new (...args: never[]) => Error, string]>([
  ['a duplicate key', serverError(11_000), Duplicate, 'already there'],
  ['a user without rights', serverError(13), StoreUnusable, 'refuses the user'],
  ['a wrong password', serverError(18), StoreUnusable, 'refuses the user'],
  ['a wrong password at Atlas', serverError(8000), StoreUnusable, 'refuses the user'],
  ['a full disk', serverError(14_031), StoreUnavailable, 'disk of MongoDB is full'],
  ['a server that shuts down', serverError(91), StoreUnavailable, 'does not answer'],
  ['a member that is no longer primary', serverError(10_107), StoreUnavailable, 'does not answer'],
  ['an election', serverError(189), StoreUnavailable, 'does not answer'],
  ['a majority that does not confirm', serverError(64), StoreUnavailable, 'does not answer'],
  ['a connection that is cut', new mongo.MongoNetworkError('cut'), StoreUnavailable, 'does not answer'],
  ['a socket that is cut', Object.assign(new Error('cut'), { code: 'EPIPE' }), StoreUnavailable, 'does not answer'],
  ['an answer that is late', new mongo.MongoNetworkTimeoutError('late'), StoreUnavailable, 'does not answer'],
  ['no server', new mongo.MongoServerSelectionError('none', {} as never), StoreUnavailable, 'does not answer'],
  ['no server, says mongoose', new mongoose.Error.MongooseServerSelectionError('none'), StoreUnavailable, 'not answer'],
  ['no free connection', named('MongoWaitQueueTimeoutError'), StoreUnavailable, 'does not answer'],
  ['a closed client', new mongo.MongoTopologyClosedError('closed'), StoreUnavailable, 'does not answer'],
])('tells %s in words, by its kind and code alone', (_, error, kind, words) => {
  const told = asStoreError(error);

  expect(told).toBeInstanceOf(kind);
  expect((told as Error).message).toContain(words);
  expect((told as Error).cause).toBe(error);
});

test.each([
  serverError(2),
  serverError(14),
  new mongo.MongoAPIError('a bug'),
  new TypeError('a bug'),
  { code: 11_000 },
])('leaves any other error as it is: %s', (error) => {
  expect(asStoreError(error)).toBe(error);
});

test.each<[string, unknown, abstract new (...args: never[]) => Error, string]>([
  ['an option that does not exist', new mongo.MongoParseError('canary'), StoreUnusable, 'check its options'],
  ['a host that is not found', { code: 'ENOTFOUND' }, StoreUnavailable, 'host of DATABASE_URL is not found'],
  ['a seed list that is not found', { code: 'ENODATA' }, StoreUnavailable, 'host of DATABASE_URL is not found'],
  ['a wrong password', serverError(18), StoreUnusable, 'refuses the user'],
])('while connecting, tells %s in words', (_, error, kind, words) => {
  const told = asConnectError(error);

  expect(told).toBeInstanceOf(kind);
  expect((told as Error).message).toContain(words);
  expect((told as Error).message).not.toContain('canary');
});

test.each<[string, unknown, boolean]>([
  ['a cut connection', new mongo.MongoNetworkError('cut'), true],
  ['a cut socket', Object.assign(new Error('cut'), { code: 'ECONNRESET' }), true],
  ['a late answer', new mongo.MongoNetworkTimeoutError('late'), true],
  [
    'a write that the majority has not confirmed',
    new mongo.MongoWriteConcernError({ writeConcernError: {} } as never),
    true,
  ],
  ['no server', new mongo.MongoServerSelectionError('none', {} as never), false],
  ['a duplicate key', serverError(11_000), false],
])('%s may leave something saved: %s', (_, error, mayBeSaved) => {
  expect(isAnswerLost(error)).toBe(mayBeSaved);
});
