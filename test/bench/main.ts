import '../../src/luxon-strict.ts';
import { ack } from './ack.bench.ts';
import { calendar } from './calendar.bench.ts';
import { door } from './door.bench.ts';
import { dueScan } from './due-scan.bench.ts';
import { lastMessage } from './last-message.bench.ts';
import { reading } from './reading.bench.ts';
import { startUp } from './start-up.bench.ts';
import { twoProcesses } from './two-processes.bench.ts';

// One after the other: each has the machine for itself.
const BENCHES = [ack, lastMessage, twoProcesses, dueScan, startUp, reading, calendar, door];
for (const bench of BENCHES) await bench();
