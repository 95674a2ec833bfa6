import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedCache, TileQueue } from '../../main/js/tiles.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the cache stays within its bytes and drops what was used longest ago', () => {
  const cache = new BoundedCache(100);
  cache.put('a', 'A', 40);
  cache.put('b', 'B', 40);
  cache.find('a');
  cache.put('c', 'C', 40);
  assert.deepEqual([cache.find('a'), cache.find('b'), cache.find('c'), cache.bytes], ['A', undefined, 'C', 80]);
});

test('what is no longer wanted is aborted and never arrives', async () => {
  const arrived = [];
  const aborted = [];
  const queue = new TileQueue({ atOnce: 1, onArrival: (key) => arrived.push(key), onFailure: assert.fail });
  const never = (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => { aborted.push('old'); reject(signal.reason); }));
  queue.want([{ key: 'old', load: never }, { key: 'also old', load: assert.fail }]);
  queue.want([{ key: 'new', load: async () => 1 }]);
  await settled();
  assert.deepEqual([arrived, aborted, queue.pending], [['new'], ['old'], 0]);
});

test('only a few are fetched at once, in the order of the wish', async () => {
  const started = [];
  let most = 0;
  let running = 0;
  const queue = new TileQueue({ atOnce: 2, onArrival: () => {}, onFailure: assert.fail });
  queue.want(['a', 'b', 'c', 'd'].map((key) => ({ key, load: async () => {
    started.push(key);
    most = Math.max(most, ++running);
    await settled();
    running--;
  } })));
  for (let turn = 0; turn < 6; turn++) {
    await settled();
  }
  assert.deepEqual([started, most], [['a', 'b', 'c', 'd'], 2]);
});

test('a failure is told once and not repeated until somebody says so', async () => {
  let tries = 0;
  const told = [];
  const queue = new TileQueue({ onArrival: assert.fail, onFailure: (failure) => told.push(failure.message) });
  const wish = [{ key: 'a', load: async () => { tries++; throw new Error('gone'); } }];
  queue.want(wish);
  await settled();
  queue.want(wish);
  await settled();
  assert.deepEqual([tries, told], [1, ['gone']]);
  queue.forgetFailures();
  queue.want(wish);
  await settled();
  assert.equal(tries, 2);
});
