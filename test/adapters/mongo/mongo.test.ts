import { afterAll, test } from '@jest/globals';
import { describeDocuments } from '../../contracts/documents.contract.ts';
import { findMongoServer } from '../../support/mongo-server.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

const server = await findMongoServer();

if (server === null) {
  test.skip('MongoDB', () => {});
} else {
  afterAll(() => server.close());
  describeDocuments('MongoDB', () => openTemporaryDatabase(server.uri));
}
