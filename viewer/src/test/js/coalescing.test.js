import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coalescing, together } from '../../main/js/coalescing.js';

const bytes = new Uint8Array(100_000).map((_, at) => at);

test('near ranges share a request, far ones do not, and each gets its own bytes', async () => {
  const asked = [];
  const read = coalescing(async (key, { offset, length }) => {
    asked.push([key, offset, length]);
    return bytes.subarray(offset, offset + length);
  });
  const answers = await Promise.all([[0, 10], [20, 5], [90_000, 4]].map(([offset, length]) => read('/a', { offset, length })));
  assert.deepEqual(asked, [['/a', 0, 25], ['/a', 90_000, 4]]);
  assert.deepEqual(answers.map((answer) => [answer[0], answer.length]), [[0, 10], [20, 5], [90_000 % 256, 4]]);
});

test('requests stay below a size, whatever lies together', () => {
  const megabyte = 1_000_000;
  assert.equal(together(Array.from({ length: 9 }, (_, at) => ({ offset: at * megabyte, length: megabyte }))).length, 3);
});

test('what is aborted takes nobody along', async () => {
  const read = coalescing(async (key, { offset, length }, { signal }) => {
    signal.throwIfAborted();
    return bytes.subarray(offset, offset + length);
  });
  const [one, other] = [new AbortController(), new AbortController()];
  const first = read('/a', { offset: 0, length: 1 }, { signal: one.signal });
  const second = read('/a', { offset: 1, length: 1 }, { signal: other.signal });
  one.abort();
  await assert.rejects(first);
  assert.equal((await second)[0], 1);
});

test('an absent key is absent for all', async () => {
  const read = coalescing(async () => undefined);
  assert.deepEqual(await Promise.all([read('/a', { offset: 0, length: 1 }), read('/a', { offset: 5, length: 1 })]), [undefined, undefined]);
});
