/** What the page behind a join link sends when its button is pressed; every press has what a browser adds. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Opens the page of a link and presses Join on it. */
export async function pressJoin(url: string): Promise<Answer> {
  return press(url, await nonceOf(url));
}

export async function press(url: string, nonce: string): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', headers: { origin: new URL(url).origin, 'x-join-nonce': nonce } });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

/** The proof of having seen the page, which stands in its head. */
export async function nonceOf(url: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const nonce = /<meta name="join-nonce" content="([^"]+)">/.exec(page)?.[1];
  if (nonce === undefined) throw new Error('The page has no nonce');
  return nonce;
}
