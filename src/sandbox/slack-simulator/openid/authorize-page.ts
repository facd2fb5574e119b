import type { Workspace } from '../state/workspace.ts';
import type { Answer } from '../web-api/reply.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 20px}li{margin:8px 0}a{color:#1264a3}';

/** Where a person of the simulation says who they are: in place of Slack's own sign-in and consent. */
export function choosePersonPage(workspaces: readonly Workspace[], query: URLSearchParams): Answer {
  const link = (changes: Readonly<Record<string, string>>, text: string) => {
    const target = new URLSearchParams([...query, ...Object.entries(changes)]);
    return `<a href="/openid/connect/authorize?${escaped(target.toString())}">${escaped(text)}</a>`;
  };
  const people = workspaces.flatMap((workspace) =>
    [...workspace.people.values()]
      .filter(({ isBot, deleted, name }) => !isBot && !deleted && name !== 'slackbot')
      .map(({ id, realName }) => `<li>${link({ as: `${workspace.id}/${id}` }, `${realName}, ${workspace.name}`)}</li>`),
  );
  return page(
    200,
    `<h1>Sign in with (simulated) Slack</h1><p>Who are you?</p><ul>${people.join('')}</ul><p>${link({ as: 'nobody' }, 'Cancel')}</p>`,
  );
}

/** Slack sends nobody back to an address that it cannot trust. */
export function refusalPage(error: string): Answer {
  return page(400, `<h1>Something went wrong</h1><p>${escaped(error)}</p>`);
}

function page(status: number, body: string): Answer {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><style>${STYLE}</style>`;
  return {
    status,
    headers: HEADERS,
    body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
