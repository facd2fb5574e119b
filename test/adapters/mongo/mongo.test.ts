import { afterAll, test } from '@jest/globals';
import { describeCollections } from '../../contracts/collections.contract.ts';
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
  const open = () => openTemporaryDatabase(server.uri);
  describeDocuments('MongoDB', open);
  describeCollections('MongoDB', open);
  describeStart(server.uri);
  describeOutages(server.uri);
}
