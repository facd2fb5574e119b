import { expect, test } from '@jest/globals';
import { ALICE, acme, refusal, startSettingWithApp } from './setting.ts';

const who = { team: acme, user: ALICE };
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const title = {
  type: 'input' as const,
  block_id: 'title',
  label: plain('Title'),
  element: { type: 'plain_text_input' as const, action_id: 'text' },
};
const zone = {
  type: 'section' as const,
  block_id: 'zone',
  text: plain('Zone'),
  accessory: { type: 'external_select' as const, action_id: 'zone', min_query_length: 1 },
};
const form = (fields: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'schedule',
  title: plain('Meeting'),
  submit: plain('Send'),
  blocks: [title, zone],
  ...fields,
});

/** Opens the form as Alice would, by a shortcut. */
async function openForm(view = form()) {
  const setting = await startSettingWithApp();
  const trigger = async () => {
    await setting.slack.shortcut({ ...who, callbackId: 'schedule_meeting' });
    return String(setting.app.received.at(-1)?.payload['trigger_id']);
  };
  const opened = await setting.client.views.open({ trigger_id: await trigger(), view });
  const top = () => setting.slack.views(acme, ALICE).at(-1);
  return { ...setting, trigger, viewId: String(opened.view?.id), hash: String(opened.view?.hash), top };
}

test('a trigger opens one view, within three seconds', async () => {
  const { client, slack, trigger, advance } = await openForm();
  const open = (trigger_id: string) => refusal(client.views.open({ trigger_id, view: form() }));
  const used = await trigger();
  const late = await trigger();

  const outcomes = [await open(used), await open(used)];
  advance(3_001);

  expect([...outcomes, await open(late), await open('1.2.3')]).toEqual([
    'accepted',
    'exchanged_trigger_id',
    'expired_trigger_id',
    'invalid_trigger_id',
  ]);
  expect(slack.views(acme, ALICE)).toHaveLength(1);
});

test('a view that Slack would not show is refused and noted', async () => {
  const { client, slack, trigger } = await openForm();

  const call = client.views.open({ trigger_id: await trigger(), view: form({ title: plain('x'.repeat(25)) }) });

  expect(await refusal(call)).toBe('invalid_arguments');
  expect(slack.violations()).toEqual(['views.open: view/title/text: more than 24 characters']);
});

test('what was typed arrives with the submission, and an empty answer closes the form', async () => {
  const { slack, app, viewId } = await openForm();

  await slack.submit(who, { title: 'Standup' });

  expect(app.received.at(-1)?.payload).toMatchObject({
    type: 'view_submission',
    user: { id: ALICE },
    view: {
      id: viewId,
      callback_id: 'schedule',
      state: {
        values: {
          title: { text: { type: 'plain_text_input', value: 'Standup' } },
          zone: { zone: { type: 'external_select', selected_option: null } },
        },
      },
    },
  });
  expect(slack.views(acme, ALICE)).toEqual([]);
});

test('an empty required input is asked for before anything is sent', async () => {
  const { slack, app, top } = await openForm();
  const sent = app.received.length;

  expect(await slack.submit(who)).toBeNull();

  expect(app.received).toHaveLength(sent);
  expect(top()?.errors).toEqual({ title: 'Please complete this required field.' });
});

test('errors stand under their inputs, and the form stays with what was typed', async () => {
  const { slack, app, top } = await openForm();
  app.answerWith({ body: { response_action: 'errors', errors: { title: 'Too short', zone: 'No input' } } });

  await slack.submit(who, { title: 'S' });

  expect(top()).toMatchObject({
    errors: { title: 'Too short', zone: 'No input' },
    state: { title: { text: { value: 'S' } } },
  });
  expect(slack.violations()).toEqual(['view_submission schedule: an error under zone, which is no input']);
});

test.each([
  ['update', ['preview']],
  ['push', ['schedule', 'preview']],
  ['clear', []],
])('the answer %s leaves %j open', async (response_action, left) => {
  const { slack, app } = await openForm();
  app.answerWith({ body: { response_action, view: form({ callback_id: 'preview' }) } });

  await slack.submit(who, { title: 'Standup' });

  expect(slack.views(acme, ALICE).map(({ callbackId }) => callbackId)).toEqual(left);
  expect(slack.violations()).toEqual([]);
});

test('an update keeps what was typed where block id and action id stay', async () => {
  const { client, slack, app, top, viewId } = await openForm();
  app.answerWith({ body: { response_action: 'errors', errors: { title: 'Again' } } });
  await slack.submit(who, { title: 'Standup' });

  await client.views.update({ view_id: viewId, view: form({ blocks: [title, { ...title, block_id: 'other' }] }) });

  expect(top()?.state).toEqual({
    title: { text: { type: 'plain_text_input', value: 'Standup' } },
    other: { text: { type: 'plain_text_input', value: null } },
  });
});

test('a stale hash is refused', async () => {
  const { client, viewId, hash } = await openForm();
  const update = () => refusal(client.views.update({ view_id: viewId, hash, view: form() }));

  expect([await update(), await update()]).toEqual(['accepted', 'hash_conflict']);
  expect(await refusal(client.views.update({ view_id: 'V0NONE', view: form() }))).toBe('not_found');
});

test('three modals stand on each other, a fourth does not', async () => {
  const { client, slack, trigger } = await openForm();
  const push = async () => refusal(client.views.push({ trigger_id: await trigger(), view: form() }));

  expect([await push(), await push(), await push()]).toEqual(['accepted', 'accepted', 'push_limit_reached']);
  expect(slack.views(acme, ALICE)).toHaveLength(3);
});

test('the app is told of a closed form only where it asked', async () => {
  const { client, slack, app, trigger } = await openForm();
  const sent = app.received.length;

  expect(await slack.closeView(who)).toBeNull();
  expect(app.received).toHaveLength(sent);
  await client.views.open({ trigger_id: await trigger(), view: form({ notify_on_close: true }) });
  await slack.closeView(who);

  expect(app.received.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false });
  expect(slack.views(acme, ALICE)).toEqual([]);
});

test('options are loaded from the app and come back when one is chosen', async () => {
  const { slack, app } = await openForm();
  const berlin = { text: plain('Berlin'), value: 'Europe/Berlin' };
  app.answerWith({ body: { options: [berlin] } });

  const { body } = await slack.suggest({ ...who, actionId: 'zone', query: 'ber' });
  app.answerWith({});
  await slack.pressInView({ ...who, actionId: 'zone', value: berlin });

  expect(body).toEqual({ options: [berlin] });
  expect(app.received.slice(-2).map(({ payload }) => payload)).toMatchObject([
    { type: 'block_suggestion', action_id: 'zone', block_id: 'zone', value: 'ber' },
    {
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ action_id: 'zone', selected_option: berlin }],
      view: { state: { values: { zone: { zone: { selected_option: berlin } } } } },
    },
  ]);
});

test('opening the Home tab tells the app, which may publish it', async () => {
  const { client, slack, app } = await openForm();
  const home = { type: 'home' as const, blocks: [{ type: 'header' as const, text: plain('Your meetings') }] };

  await slack.openHome(who);
  await client.views.publish({ user_id: ALICE, view: home });

  expect(app.received.at(-1)?.fields).toMatchObject({
    event: { type: 'app_home_opened', user: ALICE, tab: 'home', channel: slack.directMessage(acme, ALICE) },
  });
  expect(slack.home(acme, ALICE)?.view).toEqual(home);
  expect(slack.violations()).toEqual([]);
});
