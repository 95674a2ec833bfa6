// A contrast window taken from the pixels themselves. Pure.

const SAMPLES = 40_000;
const DARKEST = 0.005;
const BRIGHTEST = 0.997;

/**
 * The window that leaves out the few darkest and brightest pixels.
 *
 * @param plane typed array of numbers
 * @return {start, end}, start < end always
 */
export function contrastOf(plane) {
  const step = Math.max(1, Math.floor(plane.length / SAMPLES));
  const values = [];
  for (let at = 0; at < plane.length; at += step) {
    if (Number.isFinite(plane[at])) {
      values.push(plane[at]);
    }
  }
  if (values.length === 0) {
    return { start: 0, end: 1 };
  }
  values.sort((one, other) => one - other);
  const at = (share) => values[Math.round(share * (values.length - 1))];
  const [start, end] = [at(DARKEST), at(BRIGHTEST)];
  if (end > start) {
    return { start, end };
  }
  const brightest = values.at(-1);
  return brightest > start ? { start, end: brightest } : { start: Math.min(0, start), end: start > 0 ? start : Math.min(0, start) + 1 };
}
