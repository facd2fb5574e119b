import type { TooFast } from '../../usecases/pace-commands.ts';

/** Why nothing was done, and when to try again. */
export function tooFastText({ who, waitSeconds }: TooFast): string {
  const again = `Nothing was done; please send it again in ${waitSeconds} second${waitSeconds === 1 ? '' : 's'}.`;
  return who === 'person'
    ? `That was faster than I can take commands from one person. ${again}`
    : `Many people here are sending commands at this moment. ${again}`;
}
