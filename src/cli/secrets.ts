import { randomBytes } from 'node:crypto';
import { runCommand } from './run-command.ts';

const USAGE = `npm run --silent secrets

Prints fresh secrets as lines for .env. Each start of it prints others. LINK_SECRET is always needed; the other two only
where many workspaces install the app.`;

await runCommand({ usage: USAGE, count: 0 }, async () =>
  [
    `LINK_SECRET=${randomBytes(48).toString('base64url')}`,
    `ENCRYPTION_KEY=${randomBytes(32).toString('base64')}`,
    `SLACK_STATE_SECRET=${randomBytes(48).toString('base64url')}`,
  ].join('\n'),
);
