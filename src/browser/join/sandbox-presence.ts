/** What happens in the demonstration of a call. */
export type Happening = 'in' | 'out' | 'record' | 'stop';

/** Left by the sandbox's page, so that no other installation is asked for what it has not. */
export const SANDBOX_MARK = 'convene-sandbox';

/**
 * Tells the sandbox, if this is one, so that its simulated video service reports it as a real one would.
 *
 * @returns whether there is one that heard it
 */
export async function tellSandbox(authToken: string, is: Happening): Promise<boolean> {
  if (!isSandbox()) return false;
  const request: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: authToken, is }),
    // Also while the page is being closed.
    keepalive: true,
  };
  return fetch('/sandbox/rooms', request).then(
    ({ ok }) => ok,
    () => false,
  );
}

function isSandbox(): boolean {
  try {
    return localStorage.getItem(SANDBOX_MARK) !== null;
  } catch {
    // Storage is switched off.
    return false;
  }
}
