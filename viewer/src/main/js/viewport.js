// What part of the image is seen, and how large. Screen lengths are canvas pixels, image lengths pixels of level 0.

const LARGEST_PIXEL = 64;
const SMALLEST_IMAGE = 0.5; // of the zoom at which the whole image fits

export class Viewport {
  constructor(imageWidth, imageHeight) {
    Object.assign(this, { imageWidth, imageHeight, width: 1, height: 1, fitted: true });
    this.fit();
  }

  resize(width, height) {
    Object.assign(this, { width: Math.max(1, width), height: Math.max(1, height) });
    if (this.fitted) {
      this.fit();
    }
  }

  get zoomToFit() {
    return Math.min(this.width / this.imageWidth, this.height / this.imageHeight);
  }

  fit() {
    Object.assign(this, { zoom: this.zoomToFit, x: this.imageWidth / 2, y: this.imageHeight / 2, fitted: true });
  }

  /** Moves the image by screen pixels; its middle always stays within reach. */
  moveBy(dx, dy) {
    this.x = clamp(this.x - dx / this.zoom, 0, this.imageWidth);
    this.y = clamp(this.y - dy / this.zoom, 0, this.imageHeight);
    this.fitted = false;
  }

  /** Zooms so that what lies under the given point of the screen stays there; without a point, the middle. */
  zoomBy(factor, screenX = this.width / 2, screenY = this.height / 2) {
    const zoom = clamp(this.zoom * factor, this.zoomToFit * SMALLEST_IMAGE, Math.max(LARGEST_PIXEL, this.zoomToFit));
    const [dx, dy] = [screenX - this.width / 2, screenY - this.height / 2];
    this.x = clamp(this.x + dx / this.zoom - dx / zoom, 0, this.imageWidth);
    this.y = clamp(this.y + dy / this.zoom - dy / zoom, 0, this.imageHeight);
    this.zoom = zoom;
    this.fitted = false;
  }

  /** The rectangle of the image that is seen; it can reach beyond the image. */
  get seen() {
    const [halfWidth, halfHeight] = [this.width / 2 / this.zoom, this.height / 2 / this.zoom];
    return { left: this.x - halfWidth, right: this.x + halfWidth, top: this.y - halfHeight, bottom: this.y + halfHeight };
  }

  toScreenX(imageX) {
    return Math.round((imageX - this.x) * this.zoom + this.width / 2);
  }

  toScreenY(imageY) {
    return Math.round((imageY - this.y) * this.zoom + this.height / 2);
  }
}

function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}
