// How long a scale bar is, and what it says.

const UNITS = [[1e6, 'm'], [1e3, 'mm'], [1, 'µm'], [1e-3, 'nm']];

/**
 * The longest bar of 1, 2 or 5 times a power of ten that is not longer than allowed.
 *
 * @param micrometerPerPixel of the screen
 * @return {pixels, text}
 */
export function scaleBar(micrometerPerPixel, longestPixels) {
  const most = micrometerPerPixel * longestPixels;
  const decade = 10 ** Math.floor(Math.log10(most));
  const micrometer = [5, 2, 1].map((step) => step * decade).find((length) => length <= most * (1 + 1e-9)) ?? decade;
  const [size, unit] = UNITS.find(([size]) => micrometer >= size * (1 - 1e-9)) ?? UNITS.at(-1);
  return { pixels: micrometer / micrometerPerPixel, text: `${Number((micrometer / size).toPrecision(3))} ${unit}` };
}
