// One pyramid on the canvas: which tiles it wants, and drawing those that have arrived.
import { chooseLevel, placeOf, tilesSeen } from './levels.js';
import { readTile } from './pyramid.js';

const MOST_PICTURES = 200; // finished tiles kept as canvases

/**
 * @param image an opened pyramid
 * @param id begins the keys of its tiles in the cache shared by all layers
 * @param cache of raw tiles, key → {data, width, height}
 */
export class Layer {
  #pictures = new Map();

  constructor(id, image, cache) {
    Object.assign(this, { id, image, cache });
  }

  /** Tiles that the view needs and that are not in memory: an overview first, then the sharp level from the middle. */
  wanted(viewport, plane, channels) {
    const sharp = chooseLevel(this.image.levels, viewport.zoom);
    const coarsest = this.image.levels.length - 1;
    return [...new Set([coarsest, sharp])].flatMap((level) =>
      tilesSeen(this.image.levels[level], level, viewport.seen).flatMap((tile) =>
        channels.map((channel) => this.#wish(tile, channel, plane)).filter(({ key }) => !this.cache.find(key))));
  }

  #wish(tile, channel, plane) {
    return { key: this.#key(tile, channel, plane), load: (signal) => readTile(this.image, tile, channel, plane, signal) };
  }

  #key(tile, channel, plane) {
    return [this.id, tile.level, tile.column, tile.row, channel, plane.z, plane.t].join(' ');
  }

  /**
   * Draws what is there, coarse levels beneath fine ones.
   *
   * @param toPicture {version, paint(planes, rgba)}: version changes whenever equal planes would be painted differently
   * @return whether anything was drawn
   */
  draw(context, viewport, plane, channels, toPicture) {
    const sharp = chooseLevel(this.image.levels, viewport.zoom);
    let drawn = false;
    for (let level = this.image.levels.length - 1; level >= sharp; level--) {
      for (const tile of tilesSeen(this.image.levels[level], level, viewport.seen)) {
        const picture = this.#picture(tile, plane, channels, toPicture);
        if (picture) {
          this.#drawTile(context, viewport, tile, picture);
          drawn = true;
        }
      }
    }
    return drawn;
  }

  #picture(tile, plane, channels, toPicture) {
    const raw = channels.map((channel) => this.cache.find(this.#key(tile, channel, plane)));
    if (raw.length === 0 || raw.includes(undefined)) {
      return null;
    }
    const key = this.#key(tile, channels.join(), plane);
    const known = this.#pictures.get(key);
    this.#pictures.delete(key);
    const picture = known?.version === toPicture.version ? known : paint(raw, toPicture, known);
    this.#pictures.set(key, picture);
    if (this.#pictures.size > MOST_PICTURES) {
      this.#pictures.delete(this.#pictures.keys().next().value);
    }
    return picture;
  }

  #drawTile(context, viewport, tile, picture) {
    const level = this.image.levels[tile.level];
    const { left, top } = placeOf(level, tile);
    const [x, y] = [viewport.toScreenX(left), viewport.toScreenY(top)];
    const [right, bottom] = [viewport.toScreenX(left + picture.width * level.scaleX), viewport.toScreenY(top + picture.height * level.scaleY)];
    context.drawImage(picture.canvas, x, y, right - x, bottom - y);
  }
}

function paint(raw, toPicture, known) {
  const { width, height } = raw[0];
  const canvas = known?.canvas ?? Object.assign(document.createElement('canvas'), { width, height });
  const pixels = new ImageData(width, height);
  toPicture.paint(raw.map(({ data }) => data), pixels.data);
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return { canvas, width, height, version: toPicture.version };
}
