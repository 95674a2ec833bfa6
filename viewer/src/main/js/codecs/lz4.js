// LZ4 blocks. https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md

const LENGTH_CONTINUES = 15;
const SHORTEST_MATCH = 4;

/** Decompresses one block; output must have exactly the length of the plain bytes. */
export function decompressLz4(input, output) {
  let from = 0;
  let to = 0;
  const lengthAfter = (nibble) => {
    let length = nibble;
    for (let more = nibble === LENGTH_CONTINUES ? 255 : 0; more === 255; length += more) {
      more = input[from++];
    }
    return length;
  };
  while (from < input.length) {
    const token = input[from++];
    const literals = lengthAfter(token >> 4);
    copyLiterals(input, from, output, to, literals);
    from += literals;
    to += literals;
    if (from >= input.length) {
      break; // the last sequence has no match
    }
    const distance = input[from++] | (input[from++] << 8);
    const length = lengthAfter(token & 15) + SHORTEST_MATCH;
    copyMatch(output, to, distance, length);
    to += length;
  }
  if (to !== output.length) {
    throw new RangeError(`an LZ4 block holds ${to} bytes instead of ${output.length}`);
  }
}

export function copyLiterals(input, from, output, to, length) {
  if (from + length > input.length || to + length > output.length) {
    throw new RangeError('compressed bytes end too early');
  }
  if (length > 32) {
    output.set(input.subarray(from, from + length), to);
    return;
  }
  for (let at = 0; at < length; at++) {
    output[to + at] = input[from + at];
  }
}

/** Repeats what was written `distance` bytes before; the two may overlap. */
export function copyMatch(output, to, distance, length) {
  const from = to - distance;
  if (distance === 0 || from < 0 || to + length > output.length) {
    throw new RangeError('compressed bytes refer to bytes outside their block');
  }
  if (length > 32 && distance >= length) {
    output.copyWithin(to, from, from + length);
    return;
  }
  if (distance === 1) {
    output.fill(output[from], to, to + length);
    return;
  }
  for (let at = 0; at < length; at++) {
    output[to + at] = output[from + at];
  }
}

/** Codec "lz4" of numcodecs: the plain length as a 32-bit number, then one block. */
export class Lz4 {
  kind = 'bytes_to_bytes';

  static fromConfig() {
    return new Lz4();
  }

  decode(bytes) {
    const output = new Uint8Array(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
    decompressLz4(bytes.subarray(4), output);
    return output;
  }
}

export default Lz4;
