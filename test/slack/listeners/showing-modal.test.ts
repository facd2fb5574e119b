import { expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { ErrorCode, type WebClient } from '@slack/web-api';
import { makeShowHome } from '../../../src/slack/listeners/show-home.ts';
import { makeShowModal, type Visitor } from '../../../src/slack/listeners/showing-modal.ts';
import { loadingModal, sayingModal } from '../../../src/slack/views/modals/modal.ts';
import { ACME, ALICE } from '../../support/a-meeting.ts';
import { fakeLog } from '../../support/fake-log.ts';

const TITLE = 'Move';
const view = sayingModal(TITLE, 'Here it is.');
const slowly = <T>(value: T) => new Promise<T>((resolve) => setTimeout(resolve, 500, value));
const refused = (error: string) => Object.assign(new Error(error), { code: ErrorCode.PlatformError, data: { error } });

/** What a visitor sees, in order, and what is logged. */
async function shown(
  draw: () => Promise<ModalView>,
  { onOpen = null, onUpdate = null }: { onOpen?: Error | null; onUpdate?: Error | null } = {},
) {
  const seen: unknown[] = [];
  const showing = (fault: Error | null) => async (asked: { view: object }) => {
    if (fault) throw fault;
    seen.push(asked.view);
    return { view: { id: 'V1' } };
  };
  const client = { views: { open: showing(onOpen), update: showing(onUpdate) } } as unknown as WebClient;
  const say = async (text: string) => void seen.push(text);
  const visitor: Visitor = { workspace: ACME, user: ALICE, triggerId: '1.2.abc', client, say };
  const log = fakeLog();
  await makeShowModal(log)(visitor, TITLE, draw);
  return { seen, levels: log.lines.map(({ level }) => level) };
}

const SAID = 'I could not open that: it took too long, or Slack was busy. Please press it once more.';
const LOADING = loadingModal(TITLE);

test.each<[string, () => Promise<ModalView>, Parameters<typeof shown>[1], unknown[], string[]]>([
  ['what is known at once is shown at once', async () => view, {}, [view], []],
  ['what takes a moment is announced', () => slowly(view), {}, [LOADING, view], []],
  ['what Slack does not open is said', async () => view, { onOpen: refused('expired_trigger_id') }, [SAID], ['warn']],
  ['so is what stays announced', () => slowly(view), { onUpdate: refused('fatal_error') }, [LOADING, SAID], ['warn']],
  ['who closed it meanwhile is left alone', () => slowly(view), { onUpdate: refused('not_found') }, [LOADING], []],
  [
    'what breaks is said in the modal',
    () => Promise.reject(new TypeError('a bug')),
    {},
    [
      expect.objectContaining({
        blocks: [
          expect.objectContaining({
            text: expect.objectContaining({ text: expect.stringMatching(/broke on our side.*\(Reference \w+\)/) }),
          }),
        ],
      }),
    ],
    ['error'],
  ],
])('%s', async (_, draw, faults, seen, levels) => {
  expect(await shown(draw, faults)).toEqual({ seen, levels });
});

test('a Home tab that cannot be filled says so, under what came of the last press', async () => {
  const published: unknown[] = [];
  const log = fakeLog();
  const showHome = makeShowHome({
    lookAtHome: () => Promise.reject(new Error('the store is down')),
    surfaces: { publishHome: async (...home) => void published.push(home) },
    command: '/meet',
    log,
  });

  await showHome({ workspace: ACME, user: ALICE }, 'Something broke.');

  const line = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  const words = 'I cannot read the meetings right now. Please open this tab again in a minute.';
  expect(published).toEqual([[ACME, ALICE, { type: 'home', blocks: [line('Something broke.'), line(words)] }]]);
  expect(log.said('warn')).toEqual(['a Home tab could not be filled']);
});
