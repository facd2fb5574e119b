import { availableDrivers } from '../../../src/adapters/sqlite/drivers.ts';
import { openDatabase } from '../../../src/adapters/sqlite/shim.ts';
import { describeDocuments } from '../../contracts/documents.contract.ts';
import { openTemporaryStore } from '../../support/temporary-store.ts';

for (const driver of availableDrivers()) {
  describeDocuments(`SQLite by ${driver}`, () =>
    openTemporaryStore({ open: (path) => openDatabase(path, { driver }) }),
  );
}
