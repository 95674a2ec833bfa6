// Neighboring chunks of a shard in one request: a tile of several chunks costs one or two requests instead of one each.

const LARGEST_GAP_BYTES = 32_768;
const LARGEST_REQUEST_BYTES = 4_000_000;

/**
 * @param readRange (key, {offset, length}, {signal}) → promise of bytes, or of undefined where the key is absent
 * @return a function like it; calls of one turn of the event loop, for one key and one signal, share requests
 */
export function coalescing(readRange) {
  const waiting = new Map();
  let isPlanned = false;
  const readAll = () => {
    isPlanned = false;
    for (const [key, bySignal] of waiting) {
      bySignal.forEach((wishes, signal) => together(wishes).forEach((group) => readGroup(key, group, signal)));
    }
    waiting.clear();
  };
  async function readGroup(key, { offset, length, wishes }, signal) {
    try {
      const bytes = await readRange(key, { offset, length }, { signal });
      wishes.forEach((wish) => wish.resolve(bytes?.subarray(wish.offset - offset, wish.offset - offset + wish.length)));
    } catch (failure) {
      wishes.forEach((wish) => wish.reject(failure));
    }
  }
  return (key, { offset, length }, { signal } = {}) => new Promise((resolve, reject) => {
    const bySignal = waiting.get(key) ?? new Map();
    waiting.set(key, bySignal.set(signal, [...(bySignal.get(signal) ?? []), { offset, length, resolve, reject }]));
    if (!isPlanned) {
      isPlanned = true;
      setTimeout(readAll, 0);
    }
  });
}

/** Groups ranges that lie close together. Exported for the test. */
export function together(wishes) {
  const groups = [];
  for (const wish of [...wishes].sort((one, other) => one.offset - other.offset)) {
    const group = groups.at(-1);
    const end = wish.offset + wish.length;
    if (group && wish.offset <= group.offset + group.length + LARGEST_GAP_BYTES && end - group.offset <= LARGEST_REQUEST_BYTES) {
      group.length = Math.max(group.length, end - group.offset);
      group.wishes.push(wish);
    } else {
      groups.push({ offset: wish.offset, length: wish.length, wishes: [wish] });
    }
  }
  return groups;
}
