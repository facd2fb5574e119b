import { describeCollections } from '../contracts/collections.contract.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

describeCollections('SQLite', openTemporaryStore);
