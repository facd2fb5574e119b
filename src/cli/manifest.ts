import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publicOrigin } from '../config/addresses.ts';
import { manifestText } from './manifest-text.ts';
import { runCommand, WrongUsage } from './run-command.ts';

const USAGE = `npm run --silent manifest -- --url https://meet.example.com [--socket] [--rotation]

Prints the manifest of the Slack app, ready to paste at api.slack.com/apps > Create New App > From a manifest.

  --url        PUBLIC_URL
  --socket     for Socket Mode (SLACK_APP_TOKEN), where Slack need not reach the server
  --rotation   tokens rotate every twelve hours; for many workspaces (SLACK_CLIENT_ID) only, and for good`;

const MANIFEST = fileURLToPath(new URL('../../../manifest.yml', import.meta.url));

await runCommand(
  { usage: USAGE, count: 0, flags: ['socket', 'rotation'], options: ['url'] },
  async ({ has, value }) => {
    const url = publicOrigin.parse(value('url') ?? '');
    if (!url) throw new WrongUsage(`--url is needed: ${publicOrigin.expected}.`);
    return manifestText(readFileSync(MANIFEST, 'utf8'), { url, isSocket: has('socket'), rotates: has('rotation') });
  },
);
