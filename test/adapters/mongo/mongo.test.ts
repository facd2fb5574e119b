import { afterAll, test } from '@jest/globals';
import { describeDocuments } from '../../contracts/documents.contract.ts';
import { findMongoServer } from '../../support/mongo-server.ts';
import { describeOutages } from './describe-outages.ts';
import { describeStart } from './describe-start.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

const server = await findMongoServer();

if (server === null) {
  test.skip('documents in MongoDB', () => {});
} else {
  afterAll(() => server.close());
  describeDocuments('MongoDB', () => openTemporaryDatabase(server.uri));
  describeStart(server.uri);
  describeOutages(server.uri);
}
