// <ome-zarr-view src="https://…/image.ome.zarr" alt="name of the image"><img …></ome-zarr-view>
// What stands inside is shown where the image cannot be. Optional attributes: credentials (as in fetch), z, t (from 0).
import { element } from './elements.js';
import { inWords, isAborted } from './failures.js';
import { listenToGestures } from './gestures.js';
import { channelControls, labelControls, measureContrast, planeSliders } from './panel.js';
import { listLabels, openImage, openLabels } from './pyramid.js';
import { scaleBar } from './scale-bar.js';
import { Stage } from './stage.js';
import { openStore } from './store.js';
import { toolbar } from './toolbar.js';
import css from './style.css';

const style = new CSSStyleSheet();
style.replaceSync(css);
const SCALE_BAR_SHARE = 0.28; // of the canvas' width, at most

class OmeZarrView extends HTMLElement {
  static observedAttributes = ['src'];
  #opening = null;
  #close = () => {};

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [style];
  }

  connectedCallback() {
    this.#open();
  }

  disconnectedCallback() {
    this.#opening = null;
    this.#close();
  }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== null && before !== after) {
      this.#open();
    }
  }

  async #open() {
    this.#close();
    const opening = Symbol('opening');
    this.#opening = opening;
    this.#makeFrame();
    try {
      const address = new URL(this.getAttribute('src') ?? '', document.baseURI).href.replace(/\/$/, '');
      const image = await openImage(openStore(address, this.getAttribute('credentials') ?? 'same-origin'));
      if (this.#opening === opening) {
        await this.#show(image, () => this.#opening === opening);
      }
    } catch (failure) {
      if (this.#opening === opening) {
        this.#giveUp(failure);
      }
    }
  }

  #makeFrame() {
    this.canvas = element('canvas', { tabindex: 0, role: 'application', 'aria-roledescription': 'image viewer', 'aria-label': this.#name('Image') });
    this.status = element('p', { class: 'status first', role: 'status' }, 'Loading image…');
    this.bar = element('div', { class: 'bar', hidden: true });
    this.stageBox = element('div', { class: 'stage' }, this.canvas, element('slot'), this.bar, this.status);
    this.view = element('div', { class: 'view loading' }, this.stageBox);
    this.shadowRoot.replaceChildren(this.view);
  }

  async #show(image, isCurrent) {
    const stage = new Stage(this.canvas, image, { painted: (pending) => this.#painted(stage, pending), failed: (failure) => this.#tell(failure, stage) });
    this.#close = () => stage.close();
    this.#goTo(stage);
    await Promise.all(image.channels.filter(({ range }) => range === null).map((channel) => measureContrast(stage, channel)));
    const names = await listLabels(image);
    if (!isCurrent()) {
      return;
    }
    const planes = planeSliders(stage);
    const panel = element('div', { class: 'panel', role: 'group', tabindex: 0, 'aria-label': 'Channels and labels' },
      channelControls(stage), labelControls(stage, names, (name) => openLabels(image, name)));
    this.view.append(planes.root, panel);
    this.view.classList.toggle('has-planes', planes.root.childElementCount > 0);
    this.stageBox.append(toolbar(this, stage));
    const forget = listenToGestures(stage, planes.change);
    this.#close = () => { forget(); stage.close(); };
    this.canvas.setAttribute('aria-label', `${this.#name(image.name)}, ${image.width} by ${image.height} pixels. `
      + 'Arrow keys move, plus and minus zoom, 0 shows all, Page Up and Page Down change depth, comma and period change time.');
    stage.start();
    this.dispatchEvent(new CustomEvent('opened', { bubbles: true, detail: { width: image.width, height: image.height } }));
  }

  #goTo(stage) {
    for (const [axis, length] of [['z', stage.image.depth], ['t', stage.image.frames]]) {
      const asked = Number.parseInt(this.getAttribute(axis), 10);
      if (asked >= 0 && asked < length) {
        stage.plane[axis] = asked;
      }
    }
  }

  #painted(stage, pending) {
    this.view.classList.toggle('loading', pending > 0);
    this.status.classList.toggle('first', !stage.paintedPlane && pending > 0);
    this.status.textContent = pending > 0 ? 'Loading…' : '';
    this.canvas.toggleAttribute('data-complete', pending === 0);
    const ratio = this.canvas.width / this.canvas.clientWidth;
    const { pixelSizeMicrometer } = stage.image;
    this.bar.hidden = !pixelSizeMicrometer;
    if (pixelSizeMicrometer) {
      const { pixels, text } = scaleBar((pixelSizeMicrometer * ratio) / stage.viewport.zoom, this.canvas.clientWidth * SCALE_BAR_SHARE);
      this.bar.style.width = `${pixels}px`;
      this.bar.textContent = text;
    }
  }

  /** A failure while the image is shown: says so once, and offers to try again. */
  #tell(failure, stage) {
    if (!isAborted(failure) && !this.stageBox.querySelector('.fault')) {
      const again = () => { fault.remove(); stage.retry(); };
      const fault = this.#fault(`Some of the image could not be loaded. ${inWords(failure)}`, again);
      this.stageBox.append(fault);
    }
  }

  #giveUp(failure) {
    this.#close();
    this.view.classList.remove('loading');
    this.view.classList.add('closed');
    this.status.remove();
    this.stageBox.append(this.#fault(inWords(failure), () => this.#open()));
    this.dispatchEvent(new CustomEvent('refused', { bubbles: true, detail: { reason: inWords(failure) } }));
  }

  #fault(words, again) {
    return element('div', { class: 'fault', role: 'alert' }, element('p', {}, words), element('button', { type: 'button', onclick: again }, 'Try again'));
  }

  #name(otherwise) {
    return this.getAttribute('alt') || otherwise;
  }
}

customElements.define('ome-zarr-view', OmeZarrView);
