import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixelDigest } from './pixel-digest.mjs';
import { sampleImage, storeOf } from './zarr-sample.mjs';

// the second vector of contracts.md §7
test('the digest of the contract comes out of a sharded image', async () => {
  const value = (c, z, y, x) => (7 * y + 3 * x + 1000 * c) % 65536;
  const files = await sampleImage({ shape: [2, 1, 600, 513], value, levels: 1, inner: 256, shard: 512 });
  assert.equal(await pixelDigest(storeOf(files)), 'b2e9effa88bd9e48087ace688c2016465ed773fff0c6d6649a183a37e39cd7a1');
});
