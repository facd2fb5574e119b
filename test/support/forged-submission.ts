import { sign } from '../../src/sandbox/slack-simulator/dispatch/signature.ts';
import { SIGNING_SECRET, type World } from './world.ts';

/** Whose modal it is said to be, and what was put into it, by block id. */
export interface Submission {
  readonly team: string;
  readonly user: string;
  readonly callback: string;
  readonly metadata: string;
  readonly values?: Readonly<Record<string, object>>;
}

/** Sends a modal as Slack does, whoever was shown it. @returns the words in its place, or those under its fields */
export async function submitForged(world: World, submission: Submission): Promise<string> {
  const { team, user, callback, metadata, values = {} } = submission;
  const state = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }]));
  const payload = {
    type: 'view_submission',
    team: { id: team, domain: 'acme' },
    user: { id: user, team_id: team, name: 'somebody' },
    api_app_id: 'A0CONVENE',
    view: {
      ...{ id: 'V0FORGED', team_id: team, type: 'modal', hash: '1.x', callback_id: callback },
      ...{ private_metadata: metadata, state: { values: state }, blocks: [] },
    },
    response_urls: [],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const url = `${world.program.url}/slack/events`;
  const request = sign(SIGNING_SECRET, { url, contentType: 'application/x-www-form-urlencoded', body }, Date.now());
  const answer = await world.slack.send(request);
  return wordsOf(answer.body);
}

function wordsOf(body: unknown): string {
  const { errors, view } = (typeof body === 'string' ? JSON.parse(body) : body) as {
    errors?: Record<string, string>;
    view?: { blocks: { text?: { text: string } }[] };
  };
  return errors ? Object.values(errors).join(' ') : (view?.blocks.map(({ text }) => text?.text ?? '').join('\n') ?? '');
}
