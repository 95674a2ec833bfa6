// Prints the pixel digest (docs: vitrail-pixels-1) of level 0 of an OME-Zarr, read over HTTP by zarrita alone.
// Usage: node read-level-0.mjs URL
import { createHash } from 'node:crypto';
import * as zarr from 'zarrita';

const AXES = ['t', 'c', 'z', 'y', 'x'];
const TILE = 512;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

function planeDigest(plane) {
  const [height, width] = plane.shape;
  const bytes = new Uint8Array(plane.data.buffer, plane.data.byteOffset, plane.data.byteLength);
  const size = plane.data.BYTES_PER_ELEMENT;
  const tiles = [];
  for (let y = 0; y < height; y += TILE) {
    for (let x = 0; x < width; x += TILE) {
      const rows = Math.min(TILE, height - y);
      const length = Math.min(TILE, width - x) * size;
      const tile = new Uint8Array(rows * length);
      for (let row = 0; row < rows; row++) {
        const start = ((y + row) * width + x) * size;
        tile.set(bytes.subarray(start, start + length), row * length);
      }
      tiles.push(sha256(tile));
    }
  }
  return sha256(Buffer.concat(tiles));
}

const store = new zarr.FetchStore(process.argv[2], { useSuffixRequest: true });
const group = await zarr.open.v3(zarr.root(store), { kind: 'group' });
const multiscale = group.attrs.ome.multiscales[0];
const level = await zarr.open.v3(group.resolve(multiscale.datasets[0].path), { kind: 'array' });
const position = Object.fromEntries(multiscale.axes.map((axis, index) => [axis.name, index]));
const sizes = AXES.map((axis) => (axis in position ? level.shape[position[axis]] : 1));

const image = createHash('sha256');
image.update(`vitrail-pixels-1\n${level.dtype}\ntczyx\n${sizes.join('x')}\n`);
for (let t = 0; t < sizes[0]; t++) {
  for (let c = 0; c < sizes[1]; c++) {
    for (let z = 0; z < sizes[2]; z++) {
      const selection = level.shape.map(() => null);
      for (const [axis, index] of [['t', t], ['c', c], ['z', z]]) {
        if (axis in position) selection[position[axis]] = index;
      }
      image.update(planeDigest(await zarr.get(level, selection)));
    }
  }
}
console.log(image.digest('hex'));
