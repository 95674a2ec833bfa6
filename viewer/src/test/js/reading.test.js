import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listLabels, openImage, openLabels, readTile } from '../../main/js/pyramid.js';
import { inWords } from '../../main/js/failures.js';
import { sampleImage, storeOf } from './zarr-sample.mjs';

const value = (c, z, y, x) => 1 + ((7 * y + 3 * x + 1000 * c + 500 * z) % 4000);
const shape = [2, 3, 200, 300];

for (const codec of ['blosc', 'zstd', 'gzip']) {
  test(`a sharded image compressed with ${codec} is read pixel by pixel`, async () => {
    const image = await openImage(storeOf(await sampleImage({ shape, codec, value })));
    assert.deepEqual([image.width, image.height, image.depth, image.channels.length], [300, 200, 3, 2]);
    const { data, width, height } = await readTile(image, { level: 0, column: 1, row: 0 }, 1, { z: 2, t: 0 });
    assert.deepEqual([width, height], [44, 200]);
    assert.equal(data[10 * width + 5], value(1, 2, 10, 256 + 5));
  });
}

test('time and depth choose the plane', async () => {
  const image = await openImage(storeOf(await sampleImage({ shape, value, first: 't' })));
  assert.deepEqual([image.frames, image.depth, image.channels.length], [2, 3, 1]);
  const at = async (t, z) => (await readTile(image, { level: 0, column: 0, row: 0 }, 0, { t, z })).data[0];
  assert.deepEqual([await at(0, 0), await at(1, 0), await at(1, 2)], [value(0, 0, 0, 0), value(1, 0, 0, 0), value(1, 2, 0, 0)]);
});

test('an absent chunk is the fill value', async () => {
  const image = await openImage(storeOf(await sampleImage({ shape, value: (c, z, y, x) => (y < 64 && x < 64 ? 0 : 9) })));
  const { data } = await readTile(image, { level: 0, column: 0, row: 0 }, 0, { z: 0, t: 0 });
  assert.deepEqual([data[0], data[100]], [0, 9]);
});

test('a coarser level is read at its own size, with the scale that the metadata name', async () => {
  const image = await openImage(storeOf(await sampleImage({ shape, value })));
  assert.equal(image.levels[2].scaleX, 4);
  assert.equal(image.pixelSizeMicrometer, 0.5);
  const { width, height } = await readTile(image, { level: 2, column: 0, row: 0 }, 0, { z: 0, t: 0 });
  assert.deepEqual([width, height], [75, 50]);
});

test('labels are found beneath their image', async () => {
  const files = await sampleImage({ shape, value });
  files.set('/labels/zarr.json', new TextEncoder().encode(JSON.stringify({ zarr_format: 3, node_type: 'group', attributes: { ome: { version: '0.5', labels: ['cells'] } } })));
  for (const [key, content] of await sampleImage({ shape: [1, 3, 200, 300], dataType: 'int32', value: () => 5, prefix: 'labels/cells/' })) {
    files.set(key, content);
  }
  const image = await openImage(storeOf(files));
  assert.deepEqual(await listLabels(image), ['cells']);
  const { data } = await readTile(await openLabels(image, 'cells'), { level: 0, column: 0, row: 0 }, 0, { z: 1, t: 0 });
  assert.equal(data[0], 5);
});

test('an image without labels has none, and a missing image is said in words', async () => {
  assert.deepEqual(await listLabels(await openImage(storeOf(await sampleImage({ shape, value })))), []);
  await assert.rejects(openImage(storeOf(new Map())), (failure) => /no public image/.test(inWords(failure)));
});

test('a group that is no multiscale is refused in words', async () => {
  const files = new Map([['/zarr.json', new TextEncoder().encode(JSON.stringify({ zarr_format: 3, node_type: 'group', attributes: { ome: { plate: {} } } }))]]);
  await assert.rejects(openImage(storeOf(files)), (failure) => inWords(failure) === 'This image cannot be drawn: it is a plate; open one of its fields.');
});
