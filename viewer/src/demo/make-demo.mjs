// Writes sample images for demo.html into a folder, to be served beside the built assets; nothing of it is shipped.
// Usage: node src/demo/make-demo.mjs FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleImage } from '../test/js/zarr-sample.mjs';

const folder = process.argv[2];
let seed = 7;
const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
const cells = Array.from({ length: 60 }, (_, index) => ({ label: index + 1, x: random() * 900, y: random() * 700, z: random() * 6, r: 22 + random() * 30 }));

function nearest(z, y, x) {
  let best = { d: Infinity };
  for (const cell of cells) {
    const d = ((x - cell.x) ** 2 + (y - cell.y) ** 2 + ((z - cell.z) * 9) ** 2) / cell.r ** 2;
    if (d < best.d) {
      best = { cell, d };
    }
  }
  return { cell: best.cell, d: Math.sqrt(best.d) };
}

const noise = (y, x) => ((y * 7919 + x * 104729) * 2654435761 >>> 0) % 60;

function nuclei(c, z, y, x) {
  const { d } = nearest(z, y, x);
  return 100 + noise(y, x) + (c === 0 ? (d < 1 ? 3000 * (1 - d * d) + 500 : 0) : 2000 * Math.exp(-((d - 1.12) ** 2) * 60));
}

function write(name, files) {
  for (const [key, content] of files) {
    const file = path.join(folder, name, key);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const channels = [['DNA', '2F7DFF', 3300], ['Lamin B1', 'FFA01E', 2100]].map(([label, color, end]) => ({ label, color, active: true, window: { start: 130, end, min: 0, max: 65535 } }));
const shape = [2, 6, 700, 900];
write('nuclei.ome.zarr', await sampleImage({ shape, value: nuclei, name: 'Nuclei', shard: 512, inner: 128, omero: { channels } }));
write('nuclei.ome.zarr', await sampleImage({ shape: [1, ...shape.slice(1)], dataType: 'int32', shard: 512, inner: 128, prefix: 'labels/nuclei/', extra: { 'image-label': {} },
  value: (c, z, y, x) => { const { cell, d } = nearest(z, y, x); return d < 1 ? cell.label : 0; } }));
write('nuclei.ome.zarr', new Map([['labels/zarr.json', JSON.stringify({ zarr_format: 3, node_type: 'group', attributes: { ome: { version: '0.5', labels: ['nuclei'] } } })]]));
write('rgb.ome.zarr', await sampleImage({ shape: [3, 1, 500, 700], dataType: 'uint8', codec: 'zstd', name: 'Stained section',
  value: (c, z, y, x) => { const { d } = nearest(2, y, x); const dye = d < 1 ? 1 - d * 0.4 : 0.18 + 0.1 * Math.sin(x / 40 + y / 23); return 245 - dye * [120, 170, 70][c]; } }));
write('float.ome.zarr', await sampleImage({ shape: [1, 1, 400, 400], dataType: 'float32', codec: 'gzip', name: 'Phase',
  value: (c, z, y, x) => Math.sin(Math.hypot(x - 200, y - 200) / 14) * Math.exp(-Math.hypot(x - 200, y - 200) / 160) }));
