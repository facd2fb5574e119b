/** Keeps cookies as a browser does, by host and path, and follows no redirect by itself. */
export interface CookieBrowser {
  get(url: string): Promise<Response>;
  /** Goes where a redirect leads, and on. */
  follow(answer: Response): Promise<Response>;
  press(url: string): Promise<Response>;
  /** Every `Set-Cookie` so far. */
  readonly seen: readonly string[];
}

interface Cookie {
  readonly origin: string;
  readonly path: string;
  readonly value: string;
}

export function openCookieBrowser(): CookieBrowser {
  const cookies = new Map<string, Cookie>();
  const seen: string[] = [];

  async function ask(url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const { origin, pathname } = new URL(url);
    const sent = [...cookies].filter(([, cookie]) => cookie.origin === origin && pathname.startsWith(cookie.path));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie !== '' && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) keep(line, origin);
    return answer;
  }

  function keep(line: string, origin: string): void {
    seen.push(line);
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', ...value] = pair.split('=');
    const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
    if (value.join('=') === '') cookies.delete(name);
    else cookies.set(name, { origin, path, value: value.join('=') });
  }

  return {
    seen,
    get: (url) => ask(url),
    async follow(answer) {
      let [last, location] = [answer, answer.headers.get('location')];
      while (location !== null) {
        last = await ask(new URL(location, last.url).href);
        location = last.headers.get('location');
      }
      return last;
    },
    async press(url) {
      const nonce = /<meta name="join-nonce" content="([^"]+)">/.exec(await (await ask(url)).text())?.[1] ?? '';
      return ask(url, { method: 'POST', headers: { origin: new URL(url).origin, 'x-join-nonce': nonce } });
    },
  };
}
