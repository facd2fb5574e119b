import { SignInFault } from '../../ports/sign-in.ts';

const LONGEST_ANSWER_MS = 5_000;

/** A JSON object as the service answers it. @throws SignInFault `unavailable` where there is none */
export async function askJson(url: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
  }).catch((cause: unknown) => {
    throw new SignInFault('unavailable', 'Slack does not answer', { cause });
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status >= 500 || answer.status === 429 || typeof body !== 'object' || body === null) {
    throw new SignInFault('unavailable', `Slack answers ${answer.status}`);
  }
  return { ...body };
}
