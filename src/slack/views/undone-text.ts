import type { Meeting } from '../../domain/meeting.ts';
import type { Result } from '../../domain/result.ts';
import type { UndoProblem } from '../../usecases/undo-meeting.ts';
import { undoProblemText } from './answer-problem-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What came of Undo, in mrkdwn. */
export function undoneText(undone: Result<Meeting, UndoProblem>): string {
  if (!undone.ok) return undoProblemText(undone.problem);
  return `Undone: “${escapeMrkdwn(undone.value.title)}”. Its messages and files are being removed.`;
}
