// Undoing Blosc's filters: bytes, or bits, of equal significance lie together.

/** @param plain of the same length as shuffled; overwritten */
export function unshuffleBytes(shuffled, plain, typeBytes) {
  const count = Math.floor(shuffled.length / typeBytes);
  for (let significance = 0; significance < typeBytes; significance++) {
    for (let from = significance * count, to = significance, end = from + count; from < end; from++, to += typeBytes) {
      plain[to] = shuffled[from];
    }
  }
  plain.set(shuffled.subarray(count * typeBytes), count * typeBytes);
}

/** Blosc 1 leaves a block whose number of elements is no multiple of eight as it is. */
export function unshuffleBits(shuffled, plain, typeBytes) {
  const count = Math.floor(shuffled.length / typeBytes);
  if (count % 8 !== 0) {
    plain.set(shuffled);
    return;
  }
  const row = count / 8;
  plain.fill(0);
  for (let bit = 0; bit < typeBytes * 8; bit++) {
    const [inType, mask] = [bit >> 3, 1 << (bit & 7)];
    for (let at = 0; at < row; at++) {
      const eight = shuffled[bit * row + at];
      for (let element = 0; eight >> element; element++) {
        if ((eight >> element) & 1) {
          plain[(at * 8 + element) * typeBytes + inType] |= mask;
        }
      }
    }
  }
  plain.set(shuffled.subarray(count * typeBytes), count * typeBytes);
}
