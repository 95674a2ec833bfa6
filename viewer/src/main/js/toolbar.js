// The buttons on the canvas.
import { element } from './elements.js';

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = {
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  full: 'M14 10l6-6m0 0h-5m5 0v5M10 14l-6 6m0 0h5m-5 0v-5',
};

export function toolbar(host, stage) {
  const change = (does) => () => { does(); stage.draw(); };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen());
  return element('div', { class: 'tools', role: 'group', 'aria-label': 'Zoom' },
    tool('Zoom in', 'in', change(() => stage.viewport.zoomBy(1.5))),
    tool('Zoom out', 'out', change(() => stage.viewport.zoomBy(1 / 1.5))),
    tool('Show the whole image', 'fit', change(() => stage.viewport.fit())),
    document.fullscreenEnabled ? tool('Full screen', 'full', full) : null);
}

function tool(name, shape, onclick) {
  const path = document.createElementNS(SVG, 'path');
  const svg = document.createElementNS(SVG, 'svg');
  path.setAttribute('d', SHAPES[shape]);
  for (const [attribute, value] of Object.entries({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'aria-hidden': 'true' })) {
    svg.setAttribute(attribute, value);
  }
  svg.append(path);
  return element('button', { type: 'button', 'aria-label': name, title: name, onclick }, svg);
}
