import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { collectionSpecs } from '../../src/composition/collection-specs.ts';
import { type Convene, startConvene } from '../../src/composition/convene.ts';
import type { Environment } from '../../src/config/settings-reader.ts';
import { readConfig } from '../../src/config.ts';
import { makeOffsetClock } from '../../src/sandbox/offset-clock.ts';
import type { Consent } from '../../src/sandbox/slack-simulator/install/oauth-app.ts';
import { MANIFEST_SCOPES, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { type SlackSimulatorOptions, startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import { freePort } from '../support/free-port.ts';
import { LINK_SECRET } from '../support/settings.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { SIGNING_SECRET } from '../support/world.ts';

const CLIENT_ID = '1.2';
const CLIENT_SECRET = randomBytes(16).toString('hex');

/** The product as many workspaces install it, in this process, with a Slack in which nobody has done so yet. */
export async function startManyWorkspaces(
  teams: readonly TeamSeed[],
  options: {
    readonly rotatesTokens?: boolean;
    readonly slack?: Partial<SlackSimulatorOptions>;
    readonly settings?: Environment;
    readonly log?: Logger;
  } = {},
) {
  const clock = makeOffsetClock();
  const folder = await makeTemporaryFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const slack = await startSlackSimulator({
    clock: () => clock.now().toMillis(),
    signingSecret: SIGNING_SECRET,
    teams: teams.map((team) => ({ ...team, isInstalled: false })),
    oauthApp: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      redirectUrls: [`${url}/slack/oauth_redirect`],
      scopes: MANIFEST_SCOPES,
      rotatesTokens: options.rotatesTokens ?? false,
    },
    ...options.slack,
  });
  const config = readConfig({
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    SLACK_STATE_SECRET: randomBytes(32).toString('hex'),
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: `file:${folder.directory}`,
    ROOMS: 'simulated',
    LINK_SECRET,
    ...options.settings,
  });
  const browserFiles = fileURLToPath(new URL('../../assets', import.meta.url));
  const log = options.log ?? pino({ enabled: false });
  const start = () => startConvene({ config, clock, log, browserFiles });
  let convene: Convene = await start();
  slack.connect(`${url}/slack/events`);

  return {
    slack,
    clock,
    url,
    settled: () => convene.settled(),
    async restart() {
      await convene.stop();
      convene = await start();
    },
    /** Goes on at this later time. */
    async jump(ms: number) {
      clock.moveTo(clock.now().toMillis() + ms);
      convene.wake();
      await convene.settled();
    },
    browser: () => makeBrowser(url, slack.consent),
    /** Installs the app in a browser of its own, and answers the page at the end. */
    install: (consent: Consent) => makeBrowser(url, slack.consent).install(consent),
    /** What the store holds, as text: asked when nothing is being written, since a lock held here is waited for here. */
    async stored(collection: string): Promise<string> {
      await convene.settled();
      const store = await openSqliteStore({ directory: folder.directory });
      const spec = (await collectionSpecs()).find(({ name }) => name === collection);
      if (!spec) throw new Error(`nothing is kept as ${collection}`);
      const documents = await store.collection<object>(spec);
      const text = JSON.stringify(await documents.page(null, 1_000));
      await store.close();
      return text;
    },
    async close() {
      await convene.stop();
      await slack.close();
      await folder.remove();
    },
  };
}

/** A browser with cookies of its own, and a person in front of it. */
function makeBrowser(url: string, consentTo: (authorizeUrl: string, consent: Consent) => string) {
  const cookies = new Map<string, string>();

  async function get(address: string): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  const begin = async () => (await get(`${url}/slack/install`)).headers.get('location') ?? '';
  return {
    get,
    /** Presses install: the address of Slack's page. */
    begin,
    async install(consent: Consent) {
      const response = await get(consentTo(await begin(), consent));
      return { status: response.status, headers: response.headers, page: await response.text() };
    },
  };
}
