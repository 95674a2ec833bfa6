// Pixels to colors. Pure: typed arrays in, RGBA bytes out.

/**
 * Adds up channels as light: each value, stretched from its contrast window to 0…1, times the channel's color.
 *
 * @param planes one per channel: typed array of numbers, all of one length
 * @param channels as long as planes: {rgb, start, end}
 * @param rgba Uint8ClampedArray, four times as long as a plane; overwritten
 */
export function composite(planes, channels, rgba) {
  const sums = new Float32Array((rgba.length / 4) * 3);
  planes.forEach((plane, index) => addLight(sums, plane, channels[index]));
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = sums[from];
    rgba[to + 1] = sums[from + 1];
    rgba[to + 2] = sums[from + 2];
    rgba[to + 3] = 255;
  }
}

function addLight(sums, plane, { rgb: [red, green, blue], start, end }) {
  const factor = 1 / (end - start || 1);
  for (let at = 0, to = 0; at < plane.length; at++, to += 3) {
    const value = (plane[at] - start) * factor;
    if (value > 0) { // false for NaN too: no value, no light
      const light = value > 1 ? 1 : value;
      sums[to] += light * red;
      sums[to + 1] += light * green;
      sums[to + 2] += light * blue;
    }
  }
}

/**
 * Colors a segmentation: one color per object, clear where there is none (0).
 *
 * @param said Map from label value to [red, green, blue, alpha], as "image-label" may name them
 */
export function colorLabels(plane, said, rgba) {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, plane.length);
  const known = new Map([[0, 0]]);
  for (let at = 0; at < plane.length; at++) {
    const value = plane[at];
    let word = known.get(value);
    if (word === undefined) {
      word = toWord(said.get(value) ?? [...colorOfLabel(value), 255]);
      known.set(value, word);
    }
    words[at] = word;
  }
}

/** A vivid color for a label; neighbors in number are far apart in hue. */
export function colorOfLabel(value) {
  const hue = ((value * 0.61803398875) % 1 + 1) % 1;
  const lightness = 0.5 + 0.16 * ((value * 0.41421356) % 1);
  const strength = 0.9 * Math.min(lightness, 1 - lightness); // HSL at 90 % saturation
  return [0, 8, 4].map((offset) => {
    const turn = (offset + hue * 12) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  });
}

function toWord([red, green, blue, alpha]) {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0; // RGBA bytes on little-endian machines, which all browsers are on
}
