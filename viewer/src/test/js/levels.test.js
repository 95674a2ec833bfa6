import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLevel, tileLength, tilesSeen } from '../../main/js/levels.js';
import { scaleBar } from '../../main/js/scale-bar.js';
import { Viewport } from '../../main/js/viewport.js';

const levels = [1, 2, 4, 8].map((scale) => ({ scaleX: scale, scaleY: scale, width: 4000 / scale, height: 3000 / scale, tileWidth: 256, tileHeight: 256 }));

test('the level is the coarsest one that is still sharp', () => {
  assert.equal(chooseLevel(levels, 1), 0);
  assert.equal(chooseLevel(levels, 0.5), 1);
  assert.equal(chooseLevel(levels, 0.3), 2);
  assert.equal(chooseLevel(levels, 0.01), 3);
  assert.equal(chooseLevel(levels, 30), 0);
});

test('tiles are whole chunks and not larger than the image', () => {
  assert.deepEqual([tileLength(64, 5000), tileLength(100, 5000), tileLength(512, 5000), tileLength(512, 40)], [256, 300, 512, 40]);
});

test('only tiles that are seen are wanted, the middle first', () => {
  const tiles = tilesSeen(levels[0], 0, { left: 300, top: 100, right: 900, bottom: 500 });
  assert.deepEqual(new Set(tiles.map(({ column }) => column)), new Set([1, 2, 3]));
  assert.deepEqual(new Set(tiles.map(({ row }) => row)), new Set([0, 1]));
  assert.equal(tiles[0].column, 2);
  assert.equal(tilesSeen(levels[3], 3, { left: -5000, top: -5000, right: 9000, bottom: 9000 }).length, 4);
  assert.equal(tilesSeen(levels[0], 0, { left: 5000, top: 0, right: 6000, bottom: 10 }).length, 0);
});

test('zooming keeps the point under the finger where it is', () => {
  const viewport = new Viewport(4000, 3000);
  viewport.resize(800, 600);
  const pointAt = (x) => viewport.x + (x - 400) / viewport.zoom;
  const before = pointAt(500);
  viewport.zoomBy(3, 500, 200);
  assert.ok(Math.abs(pointAt(500) - before) < 1e-9);
});

test('a view that shows all still does so after a change of size, a zoomed one keeps its zoom', () => {
  const viewport = new Viewport(4000, 3000);
  viewport.resize(800, 600);
  viewport.resize(400, 600);
  assert.equal(viewport.zoom, 0.1);
  viewport.zoomBy(2);
  viewport.resize(800, 600);
  assert.equal(viewport.zoom, 0.2);
});

test('the image can neither be lost from sight nor zoomed without end', () => {
  const viewport = new Viewport(4000, 3000);
  viewport.resize(800, 600);
  viewport.moveBy(1e9, -1e9);
  assert.deepEqual([viewport.x, viewport.y], [0, 3000]);
  viewport.zoomBy(1e9);
  assert.equal(viewport.zoom, 64);
  viewport.zoomBy(1e-9);
  assert.equal(viewport.zoom, 0.1);
});

test('the scale bar has a round length in a readable unit', () => {
  assert.deepEqual(scaleBar(0.5, 250), { pixels: 200, text: '100 µm' });
  assert.equal(scaleBar(0.001, 250).text, '200 nm');
  assert.equal(scaleBar(10, 250).text, '2 mm');
});
