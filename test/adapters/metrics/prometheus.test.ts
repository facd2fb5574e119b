import { expect, test } from '@jest/globals';
import { makePrometheus } from '../../../src/adapters/metrics/prometheus.ts';
import { StoreUnavailable } from '../../../src/ports/documents.ts';

const own = (text: string) => text.split('\n').filter((line) => line.startsWith('convene_'));

test('what was counted is told by outcome, by workspace and by method', async () => {
  const { meter, expose } = makePrometheus(async () => ({ oldestSeconds: 12.5, setAside: 2 }));
  meter.acknowledged(40);
  meter.acknowledged(400);
  meter.pressed('admitted');
  meter.pressed('too_early');
  meter.pressed('too_early');
  meter.throttled({ workspace: 'T1' as never, what: 'chat.postMessage' });
  meter.throttled({ workspace: null, what: 'rooms' });
  meter.failed();

  const { type, text } = await expose();

  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(own(text).filter((line) => !line.includes('le="') || /le="(0.05|0.5)"/.test(line))).toEqual([
    'convene_slack_ack_seconds_bucket{le="0.05"} 1',
    'convene_slack_ack_seconds_bucket{le="0.5"} 2',
    'convene_slack_ack_seconds_sum 0.44',
    'convene_slack_ack_seconds_count 2',
    'convene_join_presses_total{outcome="admitted"} 1',
    'convene_join_presses_total{outcome="too_early"} 2',
    'convene_throttled_total{workspace="T1",what="chat.postMessage"} 1',
    'convene_throttled_total{workspace="",what="rooms"} 1',
    'convene_unexpected_faults_total 1',
    'convene_store_up 1',
    'convene_outbox_oldest_seconds 12.5',
    'convene_outbox_set_aside 2',
  ]);
});

test('where the store does not answer, that is told, and nothing is made up of the outbox', async () => {
  const { expose } = makePrometheus(() => Promise.reject(new StoreUnavailable('away')));

  expect(own((await expose()).text)).toEqual(
    expect.arrayContaining(['convene_store_up 0', 'convene_outbox_oldest_seconds Nan', 'convene_outbox_set_aside Nan']),
  );
});
