import type { Finding } from '../../usecases/doctor.ts';
import { linesBlock, words } from './blocks.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = {
  good: ':white_check_mark:',
  unsure: ':grey_question:',
  bad: ':x:',
};

/** What the doctor found, and under each thing that is wrong what to do. */
export function doctorAnswer(findings: readonly Finding[]): Rendered {
  const lines = findings.map(({ state, about, says, fix }) => {
    const what = fix === null ? '' : `\n→ ${escapeMrkdwn(fix)}`;
    return `${MARKS[state]} *${escapeMrkdwn(about)}:* ${escapeMrkdwn(says)}${what}`;
  });
  const wrong = findings.filter(({ state }) => state === 'bad').length;
  const end = wrong === 0 ? 'All is well.' : wrong === 1 ? '1 thing is wrong.' : `${wrong} things are wrong.`;
  return { text: [end, ...lines].join('\n'), blocks: [linesBlock([...lines, `*${end}*`])] };
}

export const ONLY_FOR_ADMINS: Rendered = words('Only admins of this workspace can ask the doctor.');
