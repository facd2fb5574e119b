/** What the page behind a join link sends when its button is pressed; every press has what a browser adds. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** By link: what the browser of its person keeps, which is told from all others by it. */
const devices = new Map<string, string>();

/** Opens the page of a link and presses Join on it, in its person's own browser. */
export async function pressJoin(url: string): Promise<Answer> {
  return press(url, await nonceOf(url));
}

export async function press(url: string, nonce: string): Promise<Answer> {
  const cookie = devices.get(url) ?? '';
  const headers = { origin: new URL(url).origin, 'x-join-nonce': nonce, ...(cookie !== '' && { cookie }) };
  const answer = await fetch(url, { method: 'POST', headers });
  for (const line of answer.headers.getSetCookie()) devices.set(url, line.split(';')[0] ?? '');
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

/** The proof of having seen the page, which stands in its head. */
export async function nonceOf(url: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const nonce = /<meta name="join-nonce" content="([^"]+)">/.exec(page)?.[1];
  if (nonce === undefined) throw new Error('The page has no nonce');
  return nonce;
}
