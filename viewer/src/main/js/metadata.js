// What an OME-NGFF multiscale says of an image: axes, scales, channels. OME-NGFF 0.4 and 0.5, "multiscales" and "omero".
import { UnreadableImage } from './failures.js';

const DEFAULT_COLORS = ['FFFFFF', '00B7FF', 'FF9900', 'FF3FB4', '3DF58B', 'FFEE33'];
const RGB_COLORS = ['FF0000', '00FF00', '0000FF'];
const CHANNELS_SHOWN_AT_FIRST = 4;
const MICROMETERS = { angstrom: 1e-4, nanometer: 1e-3, micrometer: 1, millimeter: 1e3, centimeter: 1e4, meter: 1e6 };

/** The NGFF part of a group's attributes: under "ome" since 0.5, bare before. */
export function ngffOf(attributes) {
  return attributes.ome ?? attributes;
}

/** Position of each axis in the array, e.g. {c: 0, y: 1, x: 2}; an absent axis is undefined. */
export function axesOf(multiscale, rank) {
  const named = multiscale.axes?.map((axis) => (typeof axis === 'string' ? axis : axis.name)) ?? [...'tczyx'].slice(-rank);
  const axes = Object.fromEntries(named.map((name, position) => [name.toLowerCase(), position]));
  if (axes.x === undefined || axes.y === undefined || axes.y > axes.x) {
    throw new UnreadableImage(`its axes are ${named.join(', ')}; a picture needs y followed by x`);
  }
  return axes;
}

/** Scale of one level per axis position; null where the metadata have none. The whole multiscale's own scale is left out. */
export function scaleOf(dataset) {
  return dataset.coordinateTransformations?.find((step) => step.type === 'scale' && step.scale)?.scale ?? null;
}

/** Width of a pixel of level 0 in micrometers, or null where it is unknown. */
export function pixelSizeMicrometer(multiscale, axes) {
  const unit = multiscale.axes?.[axes.x]?.unit;
  const own = scaleOf(multiscale.datasets[0])?.[axes.x];
  const outer = multiscale.coordinateTransformations?.find((step) => step.scale)?.scale[axes.x] ?? 1;
  return own && MICROMETERS[unit] ? own * outer * MICROMETERS[unit] : null;
}

/** Channels as shown at first. `range` null means that contrast has yet to be taken from the pixels. */
export function channelsOf(omero, count, dataType) {
  const isRgb = count === 3 && dataType === 'uint8' && !omero?.channels?.some((channel) => channel.color);
  const colors = isRgb ? RGB_COLORS : DEFAULT_COLORS;
  const someActive = omero?.channels?.some((channel) => channel.active);
  return Array.from({ length: count }, (_, index) => {
    const said = omero?.channels?.[index] ?? {};
    const named = said.label ?? (isRgb ? ['Red', 'Green', 'Blue'][index] : null);
    return {
      index,
      name: String(named ?? (count === 1 ? 'Intensity' : `Channel ${index + 1}`)),
      rgb: rgbOf(said.color ?? (count === 1 ? 'FFFFFF' : colors[index % colors.length])),
      visible: someActive ? Boolean(said.active) : index < CHANNELS_SHOWN_AT_FIRST,
      ...windowOf(said.window, isRgb),
    };
  });
}

/** "00B7FF" → [0, 183, 255]; white for what is no color. */
export function rgbOf(hexadecimal) {
  const digits = /^#?([0-9a-f]{6})/i.exec(String(hexadecimal))?.[1];
  return digits ? [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) : [255, 255, 255];
}

function windowOf(said, isRgb) {
  if (isRgb) {
    return { start: 0, end: 255, range: [0, 255] };
  }
  if (!Number.isFinite(said?.start) || !Number.isFinite(said?.end) || said.end <= said.start) {
    return { start: 0, end: 1, range: null };
  }
  return { start: said.start, end: said.end, range: rangeAround(said.start, said.end, said.min, said.max) };
}

/** Ends of a contrast slider: fine enough to be of use, where metadata name the whole range of the type. */
export function rangeAround(start, end, least = -Infinity, most = Infinity) {
  const span = end - start;
  return [Math.min(start, Math.max(least, start - span)), Math.max(end, Math.min(most, end + 2 * span))];
}
