// Makes small OME-Zarr images in memory: Zarr v3, sharded, as a node writes them. An own encoder, so that the viewer's
// reader is judged by something that it does not share.
import Blosc from 'numcodecs/blosc';
import Zstd from 'numcodecs/zstd';
import { gzipSync } from 'node:zlib';

const TYPES = { uint8: Uint8Array, uint16: Uint16Array, int32: Int32Array, uint32: Uint32Array, float32: Float32Array };
const ABSENT = 0xffffffffffffffffn;

/** @return Map from key to bytes of a group with one multiscale; `value(c, z, y, x)` is asked in pixels of level 0; `first` names the first axis. */
export async function sampleImage({ shape, dataType = 'uint16', codec = 'blosc', levels = 3, inner = 64, shard = 128, value, omero, name = 'Sample', prefix = '', extra = {}, first = 'c' }) {
  const files = new Map();
  const put = (key, content) => files.set(`/${prefix}${key}`, content);
  const datasets = Array.from({ length: levels }, (_, level) => ({
    path: String(level), coordinateTransformations: [{ type: 'scale', scale: [1, 1, 0.5 * 2 ** level, 0.5 * 2 ** level] }],
  }));
  const axes = [{ name: first, type: first === 'c' ? 'channel' : 'time' }, ...['z', 'y', 'x'].map((axis) => ({ name: axis, type: 'space', unit: 'micrometer' }))];
  put('zarr.json', json({ zarr_format: 3, node_type: 'group', attributes: { ome: { version: '0.5', multiscales: [{ name, axes, datasets }], omero, ...extra } } }));
  for (let level = 0; level < levels; level++) {
    const scaled = shape.map((length, axis) => (axis < 2 ? length : Math.ceil(length / 2 ** level)));
    await putArray((key, content) => put(`${level}/${key}`, content), { shape: scaled, dataType, codec, inner, shard, step: 2 ** level, value });
  }
  return files;
}

/** A store that zarrita can read, and the part of the viewer that asks for presence. */
export function storeOf(files) {
  return {
    get: async (key) => files.get(key),
    getRange: async (key, range) => {
      const file = files.get(key);
      return file && ('suffixLength' in range ? file.slice(-range.suffixLength) : file.slice(range.offset, range.offset + range.length));
    },
    has: async (key) => files.has(`/${key}`),
  };
}

async function putArray(put, { shape, dataType, codec, inner, shard, step, value }) {
  const codecs = { blosc: { cname: 'lz4', clevel: 5, shuffle: 'shuffle', blocksize: 0, typesize: TYPES[dataType].BYTES_PER_ELEMENT }, zstd: { level: 3, checksum: false }, gzip: { level: 5 } };
  const bytes = { name: 'bytes', configuration: { endian: 'little' } };
  put('zarr.json', json({
    zarr_format: 3, node_type: 'array', shape, data_type: dataType, fill_value: 0, dimension_names: ['c', 'z', 'y', 'x'], attributes: {},
    chunk_grid: { name: 'regular', configuration: { chunk_shape: [1, 1, shard, shard] } }, chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
    codecs: [{ name: 'sharding_indexed', configuration: { chunk_shape: [1, 1, inner, inner], codecs: [bytes, { name: codec, configuration: codecs[codec] }], index_codecs: [bytes, { name: 'crc32c' }], index_location: 'end' } }],
  }));
  for (let c = 0; c < shape[0]; c++) {
    for (let z = 0; z < shape[1]; z++) {
      for (let row = 0; row * shard < shape[2]; row++) {
        for (let column = 0; column * shard < shape[3]; column++) {
          const chunkAt = (y, x) => chunk({ c, z, top: row * shard + y * inner, left: column * shard + x * inner, shape, dataType, inner, step, value });
          put(`c/${c}/${z}/${row}/${column}`, await shardOf(shard / inner, chunkAt, codec, TYPES[dataType].BYTES_PER_ELEMENT));
        }
      }
    }
  }
}

function chunk({ c, z, top, left, shape, dataType, inner, step, value }) {
  const data = new TYPES[dataType](inner * inner);
  for (let y = 0; y < inner && top + y < shape[2]; y++) {
    for (let x = 0; x < inner && left + x < shape[3]; x++) {
      data[y * inner + x] = value(c, z, (top + y) * step, (left + x) * step);
    }
  }
  return data;
}

async function shardOf(across, chunkAt, codec, typeBytes) {
  const parts = [];
  const index = new DataView(new ArrayBuffer(16 * across * across));
  let offset = 0;
  for (let at = 0; at < across * across; at++) {
    const data = chunkAt(Math.floor(at / across), at % across);
    const isEmpty = data.every((number) => number === 0); // absent chunks are part of what a reader must know
    const encoded = isEmpty ? null : await encode(new Uint8Array(data.buffer), codec, typeBytes);
    index.setBigUint64(at * 16, isEmpty ? ABSENT : BigInt(offset), true);
    index.setBigUint64(at * 16 + 8, isEmpty ? ABSENT : BigInt(encoded.length), true);
    offset += encoded?.length ?? 0;
    parts.push(encoded ?? new Uint8Array());
  }
  const checksum = new DataView(new ArrayBuffer(4));
  checksum.setUint32(0, crc32c(new Uint8Array(index.buffer)), true);
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(index.buffer), new Uint8Array(checksum.buffer)]));
}

async function encode(raw, codec, typeBytes) {
  if (codec === 'gzip') {
    return gzipSync(raw);
  }
  const encoder = codec === 'zstd' ? Zstd.fromConfig({ level: 3 }) : Blosc.fromConfig({ cname: 'lz4', clevel: 5, shuffle: 1, blocksize: 0, elementsize: typeBytes });
  return encoder.encode(raw);
}

function crc32c(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function json(content) {
  return new TextEncoder().encode(JSON.stringify(content));
}
