import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorLabels, colorOfLabel, composite } from '../../main/js/compositing.js';
import { contrastOf } from '../../main/js/contrast.js';
import { channelsOf, ngffOf, pixelSizeMicrometer, axesOf, rgbOf } from '../../main/js/metadata.js';

function composited(planes, channels) {
  const rgba = new Uint8ClampedArray(planes[0].length * 4);
  composite(planes, channels, rgba);
  return [...rgba];
}

test('a value is stretched from its window to the channel\'s color', () => {
  const channel = { rgb: [200, 100, 0], start: 100, end: 300 };
  assert.deepEqual(composited([Uint16Array.of(50, 100, 200, 300, 65535)], [channel]),
    [0, 0, 0, 255, 0, 0, 0, 255, 100, 50, 0, 255, 200, 100, 0, 255, 200, 100, 0, 255]);
});

test('channels add up as light and never overflow', () => {
  const channels = [{ rgb: [255, 0, 0], start: 0, end: 10 }, { rgb: [255, 255, 0], start: 0, end: 10 }];
  assert.deepEqual(composited([Uint8Array.of(10), Uint8Array.of(5)], channels), [255, 128, 0, 255]);
});

test('negative, signed and missing values of floats are drawn as what they are', () => {
  const channel = { rgb: [255, 255, 255], start: -1, end: 1 };
  assert.deepEqual(composited([Float32Array.of(-1, 0, NaN, Infinity)], [channel]).filter((_, at) => at % 4 === 0), [0, 128, 0, 255]);
});

test('three uint8 channels without colors are red, green and blue at full range', () => {
  const channels = channelsOf(undefined, 3, 'uint8');
  assert.deepEqual(channels.map(({ rgb, start, end }) => [rgb, start, end]), [[[255, 0, 0], 0, 255], [[0, 255, 0], 0, 255], [[0, 0, 255], 0, 255]]);
  assert.deepEqual(composited([Uint8Array.of(10), Uint8Array.of(20), Uint8Array.of(30)], channels), [10, 20, 30, 255]);
});

test('colors, windows and visibility are those of omero', () => {
  const [first, second] = channelsOf({ channels: [{ label: 'DAPI', color: '0000FF', active: false, window: { start: 5, end: 50, min: 0, max: 65535 } }, { color: 'ff0000', active: true }] }, 2, 'uint16');
  assert.deepEqual([first.name, first.rgb, first.visible, first.start, first.end, first.range], ['DAPI', [0, 0, 255], false, 5, 50, [0, 140]]);
  assert.deepEqual([second.visible, second.range], [true, null]);
  assert.deepEqual(rgbOf('nonsense'), [255, 255, 255]);
});

test('an image with many channels shows the first few', () => {
  assert.deepEqual(channelsOf(undefined, 6, 'uint16').map(({ visible }) => visible), [true, true, true, true, false, false]);
});

test('contrast leaves out outliers and is never empty', () => {
  const plane = new Uint16Array(10_000).map((_, at) => 100 + (at % 100));
  plane[77] = 65535;
  assert.deepEqual(contrastOf(plane), { start: 100, end: 199 });
  for (const flat of [new Uint8Array(9), new Uint8Array(9).fill(7), Float32Array.of(NaN), Float32Array.of(-3)]) {
    const { start, end } = contrastOf(flat);
    assert.ok(start < end);
  }
});

test('labels: background is clear, each object has one color, said colors win', () => {
  const rgba = new Uint8ClampedArray(16);
  colorLabels(Int32Array.of(0, 1, 1, 2), new Map([[2, [1, 2, 3, 4]]]), rgba);
  const pixels = [0, 4, 8, 12].map((at) => [...rgba.slice(at, at + 4)]);
  assert.deepEqual(pixels, [[0, 0, 0, 0], [...colorOfLabel(1), 255], [...colorOfLabel(1), 255], [1, 2, 3, 4]]);
  assert.equal(new Set(Array.from({ length: 200 }, (_, label) => colorOfLabel(label + 1).join())).size, 200);
});

test('metadata of 0.4 and 0.5 are both understood, with units', () => {
  const multiscale = { axes: [{ name: 'y', unit: 'nanometer' }, { name: 'x', unit: 'nanometer' }], datasets: [{ coordinateTransformations: [{ type: 'scale', scale: [65, 65] }] }] };
  assert.equal(ngffOf({ multiscales: [multiscale] }).multiscales[0], multiscale);
  assert.equal(ngffOf({ ome: { multiscales: [multiscale] } }).multiscales[0], multiscale);
  assert.equal(pixelSizeMicrometer(multiscale, axesOf(multiscale, 2)), 0.065);
  assert.equal(pixelSizeMicrometer({ axes: [{ name: 'y' }, { name: 'x' }], datasets: multiscale.datasets }, { y: 0, x: 1 }), null);
});
