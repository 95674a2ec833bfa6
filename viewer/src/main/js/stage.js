// The canvas: an image, perhaps labels above it, seen through a viewport.
import { colorLabels, composite } from './compositing.js';
import { Layer } from './layer.js';
import { readTile } from './pyramid.js';
import { BoundedCache, TileQueue } from './tiles.js';
import { Viewport } from './viewport.js';

const CACHE_BYTES = (navigator.deviceMemory ?? 8) <= 4 ? 64e6 : 192e6;
const SMOOTH_BELOW = 3; // beyond, a pixel is shown as the square that it stands for

export class Stage {
  #cache = new BoundedCache(CACHE_BYTES);
  #frame = 0;
  #labels = null;

  /** @param tell {painted, failed}: called after each painting, and once per tile that could not be had */
  constructor(canvas, image, tell) {
    Object.assign(this, { canvas, image, tell, plane: firstPlane(image), opacity: 0.5 });
    this.context = canvas.getContext('2d');
    this.layer = new Layer('image', image, this.#cache);
    this.viewport = new Viewport(image.width, image.height);
    this.queue = new TileQueue({ onArrival: (key, tile) => this.#arrived(key, tile), onFailure: tell.failed });
    this.observer = new ResizeObserver(() => this.resize());
  }

  /** Begins to paint; until then nothing is fetched. */
  start() {
    this.observer.observe(this.canvas); // tells the first size too
  }

  resize() {
    const ratio = globalThis.devicePixelRatio || 1;
    const { width, height } = this.canvas.getBoundingClientRect();
    if (width > 0) {
      Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      this.viewport.resize(this.canvas.width, this.canvas.height);
      this.paint();
    }
  }

  /** Shows a segmentation above the image; null takes it away. */
  showLabels(name, pyramid) {
    this.#labels = pyramid && { layer: new Layer(`labels ${name}`, pyramid, this.#cache), colors: saidColors(pyramid) };
    this.draw();
  }

  /** Repaints before the next frame; calls in between count once. */
  draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.paint());
  }

  paint() {
    const shown = this.image.channels.filter((channel) => channel.visible);
    this.queue.want(this.#wanted(shown));
    const { context, canvas, viewport } = this;
    const isNewPlane = this.paintedPlane && (this.paintedPlane.z !== this.plane.z || this.paintedPlane.t !== this.plane.t);
    if (isNewPlane && shown.length > 0 && !this.#paintImage(shown)) {
      return this.tell.painted(this.queue.pending); // the plane before stays until the new one arrives: no flicker
    }
    context.fillStyle = '#05070b';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = viewport.zoom < SMOOTH_BELOW;
    this.#paintImage(shown);
    this.#paintLabels();
    this.paintedPlane = { ...this.plane };
    this.tell.painted(this.queue.pending);
  }

  /** The middle of the plane shown, of the coarsest level (mostly all of it): what contrast is measured on. */
  async overview(channel) {
    const level = this.image.levels.length - 1;
    const { width, height, tileWidth, tileHeight } = this.image.levels[level];
    const middle = { level, column: Math.floor((width - 1) / 2 / tileWidth), row: Math.floor((height - 1) / 2 / tileHeight) };
    return (await readTile(this.image, middle, channel.index, this.plane)).data;
  }

  retry() {
    this.queue.forgetFailures();
    this.draw();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.observer.disconnect();
    this.queue.want([]);
    this.#cache.clear();
  }

  #wanted(shown) {
    const labels = this.#labels?.layer.wanted(this.viewport, this.plane, [0]) ?? [];
    return [...this.layer.wanted(this.viewport, this.plane, shown.map(({ index }) => index)), ...labels];
  }

  #arrived(key, tile) {
    this.#cache.put(key, tile, tile.data.byteLength);
    this.draw();
  }

  #paintImage(shown) {
    return this.layer.draw(this.context, this.viewport, this.plane, shown.map(({ index }) => index), {
      version: shown.map(({ start, end, rgb }) => `${start} ${end} ${rgb}`).join('|'),
      paint: (planes, rgba) => composite(planes, shown, rgba),
    });
  }

  #paintLabels() {
    if (this.#labels) {
      this.context.imageSmoothingEnabled = false;
      this.context.globalAlpha = this.opacity;
      this.#labels.layer.draw(this.context, this.viewport, this.plane, [0], {
        version: '',
        paint: ([plane], rgba) => colorLabels(plane, this.#labels.colors, rgba),
      });
      this.context.globalAlpha = 1;
    }
  }
}

function firstPlane({ ngff, depth, frames }) {
  const { defaultZ, defaultT } = ngff.omero?.rdefs ?? {};
  const within = (said, count, otherwise) => (Number.isInteger(said) && said >= 0 && said < count ? said : otherwise);
  return { z: within(defaultZ, depth, Math.floor(depth / 2)), t: within(defaultT, frames, 0) };
}

function saidColors(pyramid) {
  const colors = pyramid.ngff['image-label']?.colors ?? [];
  return new Map(colors.filter(({ rgba }) => rgba).map((color) => [color['label-value'], color.rgba]));
}
