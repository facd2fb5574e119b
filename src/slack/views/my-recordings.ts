import type { Recordings, RecordingsProblem } from '../../usecases/get-recordings.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { shortMomentText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { linkProblemText } from './my-link.ts';
import type { Rendered } from './render-message.ts';

/** The answer to somebody in a channel who asked for the recordings: nobody else sees it. */
export function myRecordings({ title, recordings, reader }: Recordings): Rendered {
  const links = recordings.map(({ startedAt, url }) => {
    return `<${url}|${startedAt ? shortMomentText(startedAt, reader) : 'Watch'}>`;
  });
  const text = `What was recorded of “${escapeMrkdwn(title)}”`;
  return {
    text,
    blocks: [
      sectionBlock(`${text}: ${links.join(' · ')}`),
      contextBlock('Only you can see this. Whoever has such a link can watch, as long as the recording is kept.'),
    ],
  };
}

export function recordingsProblemText(problem: RecordingsProblem): string {
  if (problem.kind === 'no-recording') return 'There is no recording of this meeting any more.';
  return linkProblemText(problem);
}
