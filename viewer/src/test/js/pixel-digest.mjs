// Prints the pixel digest "vitrail-pixels-1" (contracts.md §7) of an OME-Zarr's level 0, read by npm's zarrita as it comes,
// its own decoders included: an independent judge of what nodes publish.
// Usage: node src/test/js/pixel-digest.mjs URL
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { FetchStore, get, open, root, slice } from 'zarrita';

const TILE = 512;
const sha256 = () => createHash('sha256');

/** @param store any store of zarrita; returns 64 hexadecimal digits */
export async function pixelDigest(store) {
  const group = await open(root(store), { kind: 'group' });
  const [{ axes, datasets }] = (group.attrs.ome ?? group.attrs).multiscales;
  const array = await open(group.resolve(datasets[0].path), { kind: 'array' });
  const position = Object.fromEntries(axes.map(({ name }, at) => [name, at]));
  const [t, c, z, y, x] = [...'tczyx'].map((axis) => (position[axis] === undefined ? 1 : array.shape[position[axis]]));
  const image = sha256().update(`vitrail-pixels-1\n${array.dtype}\ntczyx\n${t}x${c}x${z}x${y}x${x}\n`);
  for (let plane = 0; plane < t * c * z; plane++) {
    const at = { t: Math.floor(plane / (c * z)), c: Math.floor(plane / z) % c, z: plane % z };
    image.update(await planeDigest(array, axes, at, y, x));
  }
  return image.digest('hex');
}

async function planeDigest(array, axes, at, height, width) {
  const plane = sha256();
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      const tile = { ...at, y: slice(top, Math.min(top + TILE, height)), x: slice(left, Math.min(left + TILE, width)) };
      const { data } = await get(array, axes.map(({ name }) => tile[name]));
      plane.update(sha256().update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).digest());
    }
  }
  return plane.digest();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await pixelDigest(new FetchStore(process.argv[2], { useSuffixRequest: true })));
}
