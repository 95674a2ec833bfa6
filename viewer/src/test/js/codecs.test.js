// Our decoders against numcodecs' encoders, which are the C libraries themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import BloscEncoder from 'numcodecs/blosc';
import Lz4Encoder from 'numcodecs/lz4';
import ZstdEncoder from 'numcodecs/zstd';
import { decompressBlosc } from '../../main/js/codecs/blosc.js';
import { Lz4 } from '../../main/js/codecs/lz4.js';
import { Zstd } from '../../main/js/codecs/zstd.js';

const SHUFFLES = [0, 1, 2];
const KINDS = {
  empty: () => new Uint8Array(0),
  tiny: () => Uint8Array.of(1, 2, 3),
  zeros: () => new Uint8Array(70_000),
  gradient: () => new Uint8Array(new Uint16Array(100_003).map((_, at) => (at * 3) % 4001).buffer),
  noise: () => new Uint8Array(100_000).map((_, at) => (at * 2654435761) >>> 13),
  longMatches: () => new Uint8Array(150_000).map((_, at) => ((at % 60_001) * 7919) >>> 7),
  large: () => new Uint8Array(new Float32Array(60_000).map((_, at) => Math.fround(Math.sin(at / 500))).buffer),
};

for (const cname of ['blosclz', 'lz4', 'lz4hc', 'zlib', 'zstd']) {
  test(`what Blosc compressed with ${cname} is read back, for all filters, element sizes and block sizes`, async () => {
    for (const [kind, make] of Object.entries(KINDS)) {
      for (const shuffle of SHUFFLES) {
        for (const [elementsize, blocksize] of kind === 'gradient' ? [[1, 0], [2, 0], [4, 0], [8, 4096], [3, 1000]] : [[2, 0]]) {
          const plain = make();
          const encoded = await BloscEncoder.fromConfig({ cname, clevel: 5, shuffle, blocksize, elementsize }).encode(plain);
          const decoded = await decompressBlosc(encoded.slice());
          assert.ok(Buffer.from(decoded).equals(Buffer.from(plain)), `${kind}, shuffle ${shuffle}, element ${elementsize}, block ${blocksize}`);
        }
      }
    }
  });
}

test('what LZ4 and Zstandard compressed is read back', async () => {
  for (const make of Object.values(KINDS).slice(1)) {
    const plain = make();
    assert.ok(Buffer.from(Lz4.fromConfig().decode((await Lz4Encoder.fromConfig({}).encode(plain)).slice())).equals(Buffer.from(plain)));
    assert.ok(Buffer.from(Zstd.fromConfig().decode((await ZstdEncoder.fromConfig({ level: 3 }).encode(plain)).slice())).equals(Buffer.from(plain)));
  }
});

test('damaged buffers end in an error and never in a loop', async () => {
  const encoded = (await BloscEncoder.fromConfig({ cname: 'lz4', clevel: 5, shuffle: 1, blocksize: 0, elementsize: 2 }).encode(KINDS.gradient())).slice();
  await assert.rejects(decompressBlosc(encoded.slice(0, 10)), RangeError);
  for (let seed = 1; seed < 200; seed++) {
    const damaged = encoded.slice();
    damaged[(seed * 7919) % damaged.length] ^= 1 + (seed % 255);
    await decompressBlosc(damaged).catch((failure) => assert.ok(failure instanceof RangeError || failure instanceof TypeError, String(failure)));
  }
});
