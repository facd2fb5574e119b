import { startGateway } from './gateway.ts';

/** usage: node build/test/support/mongo-gateway/main.js POSTGRES_PORT PORT — serves until it is told to stop. */
const [postgresPort = 0, port = 0] = process.argv.slice(2).map(Number);
const gateway = await startGateway({ postgresPort, port });
process.on('SIGTERM', () => void gateway.close());
process.on('SIGINT', () => void gateway.close());
process.stdout.write(`mongodb://127.0.0.1:${gateway.port}\n`);
