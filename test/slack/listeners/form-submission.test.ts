import { expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { ok } from '../../../src/domain/result.ts';
import { registerFormSubmission } from '../../../src/slack/listeners/form/form-submission.ts';
import { CONFIRM_FORM } from '../../../src/slack/views/form/fields.ts';
import { confirmModal, resultModal } from '../../../src/slack/views/form/modals.ts';
import type { DecideDraft } from '../../../src/usecases/decide-draft.ts';
import { ACME, AGREED_AT, ALICE, aMeeting } from '../../support/a-meeting.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeLog } from '../../support/fake-log.ts';

const meeting = aMeeting();
const scheduled = {
  meeting,
  joinUrl: null,
  publicUrl: null,
  left: [],
  conflicts: [],
  isZoneAssumed: false,
  locale: 'en-US',
};
const asked = confirmModal({ ...scheduled, meeting: aMeeting({ status: 'draft' }) });
const result = resultModal(scheduled, false, AGREED_AT);

type Handler = (args: object) => Promise<void>;

/** Alice confirms a large meeting; resolves to what Slack is answered and asked for. */
async function confirmed(decideDraft: DecideDraft, isClosed = false): Promise<unknown[]> {
  const handlers = new Map<string, Handler>();
  const app = { view: (callback: string, handler: Handler) => handlers.set(callback, handler) };
  registerFormSubmission(app as unknown as App, {
    submitForm: () => Promise.reject(new Error('not this one')),
    decideDraft,
    localeOf: async () => 'en-US',
    clock: fakeClock(AGREED_AT.toISO()),
    log: fakeLog(),
  });
  const said: unknown[] = [];
  const update = async (view: object) => {
    if (isClosed) throw new Error('not_found');
    said.push({ update: view });
  };
  await handlers.get(CONFIRM_FORM)?.({
    ack: async (answer: unknown) => void said.push(answer),
    body: { team: { id: ACME }, user: { id: ALICE }, view: { ...asked, id: 'V1' } },
    client: { views: { update }, chat: { postMessage: async (message: object) => void said.push({ post: message }) } },
  });
  return said;
}

/** Answers once the time is up, as a store does that was writing meanwhile. */
const storingSlowly: DecideDraft = ({ signal }) =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(ok({ meeting, joinUrl: null, publicUrl: null })));
  });
const givingUp: DecideDraft = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

const tooSlow = {
  response_action: 'update',
  view: { ...asked, blocks: [expect.objectContaining({ type: 'section' }), ...asked.blocks] },
};

test('a confirmation that is not stored in time is asked for again, in the words that it was not saved', async () => {
  const [answer, ...more] = await confirmed(givingUp);

  expect([answer, more]).toEqual([tooSlow, []]);
  expect(JSON.stringify(answer)).toContain('nothing was saved');
});

test('what was stored after all takes the place of these words', async () => {
  expect(await confirmed(storingSlowly)).toEqual([tooSlow, { update: { view_id: 'V1', view: result } }]);
});

test('who has closed the form is told in a message', async () => {
  const [, later] = await confirmed(storingSlowly, true);

  expect(later).toEqual({
    post: {
      channel: ALICE,
      text: expect.stringContaining('was saved after all'),
      blocks: [expect.objectContaining({ type: 'section' }), ...result.blocks],
    },
  });
});
