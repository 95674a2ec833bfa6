// An opened OME-Zarr multiscale: its levels as Zarr arrays, and reading one tile of one plane.
import './codecs.js';
import { get, open, root, slice } from 'zarrita';
import { axesOf, channelsOf, ngffOf, pixelSizeMicrometer, scaleOf } from './metadata.js';
import { StoreRefused, UnreadableImage } from './failures.js';
import { tileLength } from './levels.js';

/** Opens the image at a store's root: OME-NGFF 0.5 (Zarr v3, sharded or not) or 0.4 (Zarr v2). */
export async function openImage(store) {
  const openNode = (await store.has('zarr.json')) ? open.v3 : open.v2;
  let group = await openNode(root(store), { kind: 'group' }).catch((failure) => {
    throw failure.name === 'NotFoundError' ? new StoreRefused(404) : failure;
  });
  if (ngffOf(group.attrs)['bioformats2raw.layout'] !== undefined) {
    group = await openNode(group.resolve('0'), { kind: 'group' });
  }
  return openPyramid(group, openNode);
}

/** Names of the label images of an image, [] where it has none. */
export async function listLabels(image) {
  try {
    const group = await image.openNode(image.group.resolve('labels'), { kind: 'group' });
    return ngffOf(group.attrs).labels ?? [];
  } catch {
    return []; // an image without labels/ is the usual case, and a broken one must not hide the image
  }
}

export async function openLabels(image, name) {
  return openPyramid(await image.openNode(image.group.resolve(`labels/${name}`), { kind: 'group' }), image.openNode);
}

async function openPyramid(group, openNode) {
  const ngff = ngffOf(group.attrs);
  const multiscale = ngff.multiscales?.[0];
  if (!multiscale?.datasets?.length) {
    throw new UnreadableImage(ngff.plate ? 'it is a plate; open one of its fields' : 'it holds no OME-Zarr multiscale');
  }
  const arrays = await Promise.all(multiscale.datasets.map(({ path }) => openNode(group.resolve(path), { kind: 'array' })));
  const axes = axesOf(multiscale, arrays[0].shape.length);
  const along = (axis) => (axes[axis] === undefined ? 1 : arrays[0].shape[axes[axis]]);
  return {
    group, openNode, axes, ngff,
    name: multiscale.name || ngff.omero?.name || 'Image',
    width: along('x'), height: along('y'), depth: along('z'), frames: along('t'),
    dataType: arrays[0].dtype,
    channels: channelsOf(ngff.omero, along('c'), arrays[0].dtype),
    pixelSizeMicrometer: pixelSizeMicrometer(multiscale, axes),
    levels: arrays.map((array, index) => levelOf(array, arrays[0], axes, [0, index].map((at) => scaleOf(multiscale.datasets[at])))),
  };
}

function levelOf(array, finest, axes, [finestScale, scale]) {
  const ratio = (axis) => (finestScale && scale && finestScale[axis] ? scale[axis] / finestScale[axis] : finest.shape[axis] / array.shape[axis]);
  return {
    array,
    width: array.shape[axes.x], height: array.shape[axes.y], depth: axes.z === undefined ? 1 : array.shape[axes.z],
    scaleX: ratio(axes.x), scaleY: ratio(axes.y),
    tileWidth: tileLength(array.chunks[axes.x], array.shape[axes.x]), tileHeight: tileLength(array.chunks[axes.y], array.shape[axes.y]),
  };
}

/**
 * Reads one tile of one channel.
 *
 * @param plane {z, t}: z counted in planes of level 0
 * @return {data, width, height}; data row-major, a typed array of numbers (64-bit integers become doubles)
 */
export async function readTile(image, tile, channel, plane, signal) {
  const { axes } = image;
  const level = image.levels[tile.level];
  const selection = level.array.shape.map(() => 0);
  const [left, top] = [tile.column * level.tileWidth, tile.row * level.tileHeight];
  selection[axes.x] = slice(left, Math.min(left + level.tileWidth, level.width));
  selection[axes.y] = slice(top, Math.min(top + level.tileHeight, level.height));
  if (axes.z !== undefined) {
    selection[axes.z] = Math.min(level.depth - 1, Math.floor((plane.z * level.depth) / image.depth));
  }
  if (axes.t !== undefined) {
    selection[axes.t] = Math.min(plane.t, level.array.shape[axes.t] - 1);
  }
  if (axes.c !== undefined) {
    selection[axes.c] = channel;
  }
  const { data, shape } = await get(level.array, selection, { signal });
  return { data: numbers(data), width: shape[1], height: shape[0] };
}

function numbers(data) {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    return Float64Array.from(data, Number);
  }
  return ArrayBuffer.isView(data) ? data : Float32Array.from(data, Number);
}
