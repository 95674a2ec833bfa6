// Reading Blosc 1 buffers. https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst
// The usual decoder, compiled by Emscripten, evaluates strings, which our content security policy does not allow.
import { decompressBloscLz } from './blosclz.js';
import { decompressLz4 } from './lz4.js';
import { unshuffleBits, unshuffleBytes } from './shuffle.js';
import { decompressZstd } from './zstd.js';

const HEADER_BYTES = 16;
const FLAG = { shuffled: 1, stored: 2, bitShuffled: 4, whole: 16 };
const MOST_STREAMS = 16;
const LEAST_STREAM_BYTES = 128;
const DECOMPRESSORS = [decompressBloscLz, decompressLz4, null, inflate, decompressZstd];

export class Blosc {
  kind = 'bytes_to_bytes';

  static fromConfig() {
    return new Blosc(); // all that is needed to read stands in each buffer
  }

  decode(bytes) {
    return decompressBlosc(bytes);
  }
}

export default Blosc;

/** @throws RangeError where the buffer is damaged */
export async function decompressBlosc(bytes) {
  const header = headerOf(bytes);
  if (header.flags & FLAG.stored) {
    return bytes.slice(HEADER_BYTES, HEADER_BYTES + header.plainBytes);
  }
  const plain = new Uint8Array(header.plainBytes);
  const filtered = header.flags & (FLAG.shuffled | FLAG.bitShuffled) ? new Uint8Array(header.blockBytes) : null;
  for (let start = 0, block = 0; start < plain.length; start += header.blockBytes, block++) {
    const target = plain.subarray(start, Math.min(start + header.blockBytes, plain.length));
    await decompressBlock(bytes, header, block, filtered ? filtered.subarray(0, target.length) : target);
    if (filtered) {
      const unshuffle = header.flags & FLAG.shuffled ? unshuffleBytes : unshuffleBits;
      unshuffle(filtered.subarray(0, target.length), target, header.typeBytes);
    }
  }
  return plain;
}

function headerOf(bytes) {
  if (bytes.length < HEADER_BYTES) {
    throw new RangeError('a Blosc buffer is shorter than its header');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(2);
  const [typeBytes, plainBytes, blockBytes] = [view.getUint8(3), view.getUint32(4, true), view.getUint32(8, true)];
  const decompress = DECOMPRESSORS[flags >> 5];
  if (!decompress) {
    throw new RangeError('its pixels are compressed with Snappy inside Blosc, which no browser can read');
  }
  if (plainBytes > 0 && blockBytes === 0) {
    throw new RangeError('a Blosc buffer has no block size');
  }
  return { view, flags, typeBytes, plainBytes, blockBytes, decompress };
}

async function decompressBlock(bytes, { view, flags, typeBytes, blockBytes, decompress }, block, output) {
  const isLast = output.length < blockBytes;
  const isSplit = !(flags & FLAG.whole) && !isLast && typeBytes <= MOST_STREAMS && blockBytes / typeBytes >= LEAST_STREAM_BYTES;
  const streams = isSplit ? typeBytes : 1;
  const streamBytes = output.length / streams;
  let from = view.getInt32(HEADER_BYTES + block * 4, true);
  for (let stream = 0; stream < streams; stream++) {
    const length = view.getInt32(from, true);
    const compressed = bytes.subarray(from + 4, from + 4 + length);
    const target = output.subarray(stream * streamBytes, (stream + 1) * streamBytes);
    if (length === streamBytes) {
      target.set(compressed); // did not become smaller: stored
    } else {
      await decompress(compressed, target);
    }
    from += 4 + length;
  }
}

async function inflate(input, output) {
  const stream = new Blob([input]).stream().pipeThrough(new DecompressionStream('deflate'));
  output.set(new Uint8Array(await new Response(stream).arrayBuffer()));
}
