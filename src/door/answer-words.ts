/** The ways to answer, on the server and in the browser: this file is bundled into both. */
export const ANSWERS: readonly {
  /** RFC 5545 PARTSTAT. */
  readonly is: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';
  readonly label: string;
  readonly said: string;
  /** Behind `#` in the links of mails. */
  readonly hash: string;
}[] = [
  { is: 'ACCEPTED', label: 'Yes', said: 'You said that you are coming.', hash: '#yes' },
  { is: 'TENTATIVE', label: 'Maybe', said: 'You said that you may be coming.', hash: '#maybe' },
  { is: 'DECLINED', label: 'No', said: 'You said that you are not coming.', hash: '#no' },
];

export function answerText(answer: string | null): string {
  return ANSWERS.find(({ is }) => is === answer)?.said ?? 'You have not answered yet.';
}
