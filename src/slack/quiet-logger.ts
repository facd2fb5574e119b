import { type Logger, LogLevel } from '@slack/web-api';

/** Slack's libraries print message bodies and with them personal links; what matters of their faults we log ourselves. */
export const quietSlackLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
