// BloscLZ, the compressor that Blosc brings itself: FastLZ's second level with its far distances.
import { copyLiterals, copyMatch } from './lz4.js';

const NEAR = 8191;

/** Decompresses one stream; output must have exactly the length of the plain bytes. */
export function decompressBloscLz(input, output) {
  let from = 0;
  let to = 0;
  let control = input[from++] & 31; // the first one is always of literals
  for (;;) {
    if (control >= 32) {
      let length = (control >> 5) + 2;
      if (length === 9) {
        for (let more = 255; more === 255; length += more) {
          more = input[from++];
        }
      }
      const high = control & 31;
      const low = input[from++];
      let distance = (high << 8) + low + 1;
      if (low === 255 && high === 31) {
        distance = (input[from++] << 8) + input[from++] + NEAR + 1;
      }
      copyMatch(output, to, distance, length);
      to += length;
    } else {
      copyLiterals(input, from, output, to, control + 1);
      from += control + 1;
      to += control + 1;
    }
    if (from >= input.length) {
      break;
    }
    control = input[from++];
  }
  if (to !== output.length) {
    throw new RangeError(`a BloscLZ stream holds ${to} bytes instead of ${output.length}`);
  }
}
