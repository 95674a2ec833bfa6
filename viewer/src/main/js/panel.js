// The settings beside the canvas: channels with contrast, labels, planes.
import { contrastOf } from './contrast.js';
import { element, slider } from './elements.js';
import { rangeAround } from './metadata.js';

const STEPS = 500;
const CHANNELS_WITH_OPEN_CONTRAST = 3;

/** Sliders through z and t, for axes longer than one. `planes.change(axis, step)` leafs from outside, as keys do. */
export function planeSliders(stage) {
  const made = {};
  const lengths = { z: stage.image.depth, t: stage.image.frames };
  for (const [axis, name] of [['z', 'Depth (z)'], ['t', 'Time (t)']]) {
    if (lengths[axis] > 1) {
      made[axis] = planeSlider(stage, axis, name, lengths[axis]);
    }
  }
  const change = (axis, step) => {
    if (made[axis]) {
      made[axis].set(Math.min(lengths[axis] - 1, Math.max(0, stage.plane[axis] + step)));
    }
  };
  return { root: element('div', { class: 'planes' }, ...Object.values(made).map(({ root }) => root)), change };
}

function planeSlider(stage, axis, name, length) {
  const count = element('output', {}, '');
  const set = (position) => {
    stage.plane[axis] = position;
    input.value = position;
    count.textContent = `${position + 1} / ${length}`;
    input.setAttribute('aria-valuetext', `${position + 1} of ${length}`);
    stage.draw();
  };
  const { root, input } = slider(name, { min: 0, max: length - 1, step: 1, value: stage.plane[axis] }, set);
  root.append(count);
  set(stage.plane[axis]);
  return { root, set };
}

/** One group per channel: shown or not, darkest and brightest value. */
export function channelControls(stage) {
  const groups = stage.image.channels.map((channel) => channelControl(stage, channel));
  const isOpen = groups.length <= CHANNELS_WITH_OPEN_CONTRAST && !matchMedia('(max-width: 44rem)').matches;
  groups.forEach(({ contrast }) => { contrast.open = isOpen; });
  return element('div', { class: 'channels' }, ...groups.map(({ root }) => root));
}

function channelControl(stage, channel) {
  const swatch = element('span', { class: 'swatch' });
  swatch.style.background = `rgb(${channel.rgb})`;
  const shown = element('input', { type: 'checkbox', onchange: () => { channel.visible = shown.checked; stage.draw(); } });
  shown.checked = channel.visible;
  const contrast = element('details', {}, element('summary', {}, 'Contrast', element('span', { class: 'sr' }, ` of ${channel.name}`)));
  const fill = () => contrast.replaceChildren(contrast.firstChild, ...contrastSliders(stage, channel, fill));
  fill();
  return { contrast, root: element('section', {}, element('label', { class: 'channel' }, shown, swatch, element('span', {}, channel.name)), contrast) };
}

function contrastSliders(stage, channel, refill) {
  const [min, max] = channel.range;
  const isWhole = !stage.image.dataType.startsWith('float');
  const step = isWhole ? Math.max(1, Math.round((max - min) / STEPS)) : (max - min) / STEPS;
  const bounds = { min, max, step };
  const dark = slider('Black at', { ...bounds, value: channel.start }, (value) => {
    channel.start = Math.min(value, channel.end - step);
    dark.input.value = channel.start;
    stage.draw();
  });
  const bright = slider('Full at', { ...bounds, value: channel.end }, (value) => {
    channel.end = Math.max(value, channel.start + step);
    bright.input.value = channel.end;
    stage.draw();
  });
  const auto = element('button', { type: 'button', onclick: () => measureContrast(stage, channel).then(() => { refill(); stage.draw(); }, stage.tell.failed) }, 'Auto');
  return [dark.root, bright.root, auto];
}

/** Takes a channel's window from the pixels of the plane shown. */
export async function measureContrast(stage, channel) {
  const { start, end } = contrastOf(await stage.overview(channel));
  Object.assign(channel, { start, end, range: rangeAround(start, end) });
}

/** A choice of segmentations and their opacity; null where there is none. */
export function labelControls(stage, names, open) {
  if (names.length === 0) {
    return null;
  }
  const opacity = slider('Opacity', { min: 0.1, max: 1, step: 0.05, value: stage.opacity }, (value) => {
    stage.opacity = value;
    stage.draw();
  });
  opacity.root.hidden = true;
  const boxes = names.map((name) => {
    const box = element('input', { type: 'checkbox', onchange: async () => {
      boxes.filter((other) => other !== box).forEach((other) => { other.checked = false; });
      opacity.root.hidden = !box.checked;
      const pyramid = box.checked ? await open(name).catch((failure) => stage.tell.failed(failure)) : null;
      stage.showLabels(name, pyramid ?? null);
    } });
    return box;
  });
  return element('fieldset', {}, element('legend', {}, 'Labels'),
    ...names.map((name, index) => element('label', { class: 'channel' }, boxes[index], element('span', {}, name))), opacity.root);
}
